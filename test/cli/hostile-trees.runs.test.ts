import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { contents, restanza, spec, workingFolder } from "./command.js";

function rewriteAll(change: (bytes: Buffer) => string | Buffer): void {
  for (const name of readdirSync("spec", { recursive: true, encoding: "utf8" })) {
    const path = join("spec", name);
    if (statSync(path).isFile()) writeFileSync(path, change(readFileSync(path)));
  }
}

const hundredMegabytes = () => Buffer.alloc(100_000_000, "a");

function bomb(): string {
  const names = Array.from({ length: 30 }, (_, index) => `b${index}`);
  return names
    .map((name, index) => {
      const below = index === 0 ? '"x"' : `*b${index - 1}`;
      return `${name}: &${name} [${Array.from({ length: 10 }, () => below).join(", ")}]\n`;
    })
    .join("");
}

let clean: Record<string, string>;
beforeAll(async () => {
  clean = await outputOf(spec);
}, 120_000);

async function outputOf(tree: string): Promise<Record<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), "restanza-hostile-"));
  try {
    const { code, stderr } = await restanza(tree, "--out", folder);
    expect([code, stderr]).toEqual([0, ""]);
    return contents(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe("gives the same bytes as the clean tree", () => {
  test.each<[string, () => void]>([
    ["Windows line ends", () => rewriteAll((bytes) => String(bytes).replaceAll("\n", "\r\n"))],
    ["a byte-order mark in every file", () => rewriteAll((bytes) => `\ufeff${String(bytes)}`)],
    ["no line end at the end", () => rewriteAll((bytes) => String(bytes).trimEnd())],
    ["links inside the tree", () => linkWithin()],
  ])("%s", async (_what, change) => {
    workingFolder();
    change();
    expect(await outputOf("spec")).toEqual(clean);
  });

  function linkWithin(): void {
    renameSync("spec/parameters.yaml", "spec/elsewhere.yaml");
    symlinkSync("elsewhere.yaml", "spec/parameters.yaml");
  }
});

/** What is done to the tree; the finding that tells of it; and how many operations are left. */
const broken: readonly [string, () => void, RegExp, number][] = [
  [
    "a YAML bomb",
    () =>
      writeFileSync(
        "spec/parameters.yaml",
        `${bomb()}${readFileSync("spec/parameters.yaml", "utf8")}`,
      ),
    /parameters\.yaml:\d+:\d+: error unreadable-parameter-entry/,
    10,
  ],
  [
    "parameters in a line of 100 MB",
    () => writeFileSync("spec/parameters.yaml", hundredMegabytes()),
    /error unreadable-file: "parameters.yaml" cannot be read/,
    10,
  ],
  [
    "a sample in a line of 100 MB",
    () => writeFileSync("spec/samples/image-show-response.json", hundredMegabytes()),
    /error unreadable-file: "samples\/image-show-response.json" cannot be read/,
    10,
  ],
  [
    "an included line of 100 MB",
    () => {
      writeFileSync("spec/more.inc", hundredMegabytes());
      appendFileSync("spec/index.rst", "\n.. include:: more.inc\n");
    },
    /index\.rst:\d+:\d+: error unreadable-file: "more.inc" cannot be read/,
    10,
  ],
  [
    "a document that includes itself",
    () => appendFileSync("spec/images.inc", "\n.. include:: images.inc\n"),
    /images\.inc:\d+:\d+: \w+ include-cycle/,
    10,
  ],
  [
    "two documents that include each other",
    () => {
      writeFileSync("spec/a.inc", ".. include:: b.inc\n");
      writeFileSync("spec/b.inc", ".. include:: a.inc\n");
      appendFileSync("spec/index.rst", "\n.. include:: a.inc\n");
    },
    /include-cycle/,
    10,
  ],
  [
    "bytes that are no UTF-8",
    () => appendFileSync("spec/images.inc", Buffer.from([0x0a, 0x41, 0xff, 0xfe, 0x0a])),
    /images\.inc:\d+:\d+: \w+ not-utf-8/,
    10,
  ],
  [
    "a chapter that is a link out of the tree",
    () => {
      writeFileSync("outside.inc", readFileSync("spec/images.inc"));
      symlinkSync("../outside.inc", "spec/more.inc");
      appendFileSync("spec/index.rst", "\n.. include:: more.inc\n");
    },
    /file-outside-tree/,
    10,
  ],
];

describe("says what is wrong, and keeps every operation", () => {
  test.each(broken)("%s", async (_what, harm, finding, operations) => {
    workingFolder();
    harm();
    const linted = await restanza("lint", "spec", "--severity", "info", "--format", "line");
    expect(linted.stdout).toMatch(finding);
    expect(linted.stderr).toBe("");
    const { code, stdout, stderr } = await restanza("spec", "--out", "out");
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain(`${operations} operations`);
    expect(Object.keys(contents("out"))).toEqual(Object.keys(clean));
  });
});

test.skipIf(process.platform === "win32")(
  "a backslash in a name is told as what it is",
  async () => {
    workingFolder();
    writeFileSync("spec/a\\b.rst", "Boxes\n=====\n");
    const { stdout } = await restanza("lint", "spec");
    expect(stdout).toContain(
      'unreadable-file: "a\\b.rst" cannot be read: its name has a backslash, which is read as a folder and its file',
    );
  },
);
