import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { contents, workingFolder } from "../command.js";
import { watching } from "./watching.js";

vi.setConfig({ testTimeout: 60_000 });

/** A project with the api-ref in `spec/`, and a configuration that has `more`. */
function project(more = ""): void {
  workingFolder();
  configure(more);
}

function configure(more = ""): void {
  writeFileSync(
    "restanza.config.ts",
    `export default { source: "spec", out: "out", emit: ["types"], ${more} };\n`,
  );
}

function edit(path: string, change: (text: string) => string): void {
  const before = readFileSync(path, "utf8");
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
}

const retitled = (text: string): string => text.replace("Show Image Details", "Look At One Image");

describe("a change", () => {
  test("is on disk, and no file is touched that is the same", async () => {
    project();
    const watch = await watching();
    // A file that is written is another one: it was put in place of the one before.
    const inodes = () =>
      new Map(Object.keys(contents("out")).map((path) => [path, statSync(join("out", path)).ino]));
    const before = inodes();
    await watch.next("made");
    edit("spec/images.inc", retitled);
    const made = await watch.next("made");
    expect(made.because).toEqual([join("spec", "images.inc")]);
    expect(made.files.written).toContain("openapi.json");
    expect(made.files.written).toContain("openapi.yaml");
    expect(readFileSync("out/openapi.json", "utf8")).toContain("Look At One Image");
    const touched = [...inodes()].filter(([path, inode]) => before.get(path) !== inode);
    const names = touched.map(([path]) => path).sort();
    expect(names).toEqual([".restanza-manifest.json", ...made.files.written].sort());
  });

  test("that means nothing writes nothing", async () => {
    project();
    const watch = await watching();
    await watch.next("made");
    edit("spec/images.inc", (text) => `${text}\n\n`);
    const { files, findings } = await watch.next("made");
    expect([files.written, findings.appeared, findings.gone]).toEqual([[], [], []]);
  });

  test("of nothing that is read is not even looked at", async () => {
    project();
    const watch = await watching();
    writeFileSync("spec/notes.txt", "no source");
    writeFileSync("beside.txt", "no source");
    edit("spec/images.inc", retitled);
    await watch.next("made");
    await watch.next("made");
    expect(watch.runs).toHaveLength(2);
    expect(watch.told.at(-1)).toMatchObject({ because: [join("spec", "images.inc")] });
  });

  test("tells the findings that it brought, and those that it took away", async () => {
    project();
    const watch = await watching();
    await watch.next("made");
    edit("spec/parameters.yaml", (text) => text.replace("  required: true", "  requried: true"));
    const { findings } = await watch.next("made");
    expect(findings.appeared.map(({ diagnostic }) => diagnostic.code)).toContain("misspelt-key");
    expect(findings.gone).toEqual([]);
    edit("spec/parameters.yaml", (text) => text.replace("  requried: true", "  required: true"));
    const after = await watch.next("made");
    expect(after.findings.gone).toEqual(findings.appeared);
    expect(after.findings.appeared).toEqual([]);
  });
});

describe("an editor", () => {
  test("may put another file in the place of one", async () => {
    project();
    const watch = await watching();
    await watch.next("made");
    writeFileSync("spec/.images.swp", retitled(readFileSync("spec/images.inc", "utf8")));
    renameSync("spec/.images.swp", "spec/images.inc");
    expect((await watch.next("made")).files.written).toContain("openapi.json");
    // And once more: the file that is watched is another by now.
    edit("spec/images.inc", (text) => text.replace("Look At One Image", "Look Again"));
    await watch.next("made");
    expect(readFileSync("out/openapi.json", "utf8")).toContain("Look Again");
  });

  test("may take a file away for a moment", async () => {
    project();
    const watch = await watching();
    const first = await watch.next("made");
    const text = readFileSync("spec/images.inc", "utf8");
    unlinkSync("spec/images.inc");
    await new Promise((done) => setTimeout(done, 50));
    writeFileSync("spec/images.inc", retitled(text));
    const made = await watch.next("made");
    expect(made.files.removed).toEqual([]);
    expect(made.told.operations).toBe(first.told.operations);
    expect(watch.told.map(({ event }) => event)).not.toContain("failed");
  });
});

describe("what looks as if it was saved by half", () => {
  test("an empty file leaves the output as it is, until it has words again", async () => {
    project();
    const watch = await watching();
    await watch.next("made");
    const before = contents("out");
    const text = readFileSync("spec/images.inc", "utf8");
    writeFileSync("spec/images.inc", "");
    const held = await watch.next("held");
    expect(held.reason).toBe(`${join("spec", "images.inc")} is empty`);
    expect(contents("out")).toEqual(before);
    writeFileSync("spec/images.inc", retitled(text));
    expect(await watch.next("made")).toMatchObject({ run: "again" });
    expect(readFileSync("out/openapi.json", "utf8")).toContain("Look At One Image");
  });

  test("a file that cannot be read as a whole is told of, and the output stays", async () => {
    project();
    const watch = await watching();
    await watch.next("made");
    const before = contents("out");
    const text = readFileSync("spec/parameters.yaml", "utf8");
    writeFileSync("spec/parameters.yaml", `${text}\nlast:\n  description: "not at its en`);
    const held = await watch.next("held");
    expect(held.reason).toBe("parameters.yaml cannot be read");
    expect(held.findings.appeared.map(({ diagnostic }) => diagnostic.code)).toContain(
      "invalid-yaml",
    );
    expect(contents("out")).toEqual(before);
    writeFileSync("spec/parameters.yaml", text);
    const { findings } = await watch.next("made");
    expect(findings.gone.map(({ diagnostic }) => diagnostic.code)).toContain("invalid-yaml");
    expect(contents("out")).toEqual(before);
  });
});

test("two hundred files that change at once are one run", async () => {
  project();
  const watch = await watching();
  await watch.next("made");
  for (let count = 0; count < 200; count += 1)
    writeFileSync(`spec/part-${count}.inc`, `Part ${count}\n=======\n\nWords.\n`);
  edit("spec/images.inc", retitled);
  const made = await watch.next("made");
  expect(made.because).toHaveLength(201);
  expect(watch.runs).toHaveLength(2);
});

test("a checkout is one run, however long git takes", async () => {
  project();
  mkdirSync(".git");
  const watch = await watching();
  await watch.next("made");
  writeFileSync(".git/index.lock", "");
  edit("spec/images.inc", retitled);
  await new Promise((done) => setTimeout(done, 400));
  expect(watch.runs).toHaveLength(1);
  edit("spec/parameters.yaml", (text) => text.replace("  required: true", "  requried: true"));
  rmSync(".git/index.lock");
  const made = await watch.next("made");
  expect(made.because).toEqual([join("spec", "images.inc"), join("spec", "parameters.yaml")]);
  expect(watch.runs).toHaveLength(2);
});

test("a tree that is gone is told of, and its output stays until it is back", async () => {
  project();
  const watch = await watching();
  await watch.next("made");
  const before = contents("out");
  renameSync("spec", "elsewhere");
  const failed = await watch.next("failed");
  expect(failed).toMatchObject({ message: "spec: there is no such file or folder", code: 3 });
  expect(contents("out")).toEqual(before);
  renameSync("elsewhere", "spec");
  expect(await watch.next("made")).toMatchObject({ run: "again", files: { written: [] } });
  edit("spec/images.inc", retitled);
  await watch.next("made");
  expect(readFileSync("out/openapi.json", "utf8")).toContain("Look At One Image");
  expect(watch.told.filter(({ event }) => event === "failed")).toHaveLength(1);
});

test("a file that was looked for counts as soon as it is there", async () => {
  project();
  edit("spec/images.inc", (text) =>
    text.replace(/(\.\. literalinclude:: )\S+/, "$1later/sample.json"),
  );
  const watch = await watching();
  await watch.next("made");
  mkdirSync("spec/later");
  writeFileSync("spec/later/sample.json", '{ "never_seen_before": 1 }');
  await watch.next("made");
  expect(readFileSync("out/openapi.json", "utf8")).toContain("never_seen_before");
});

describe("a configuration", () => {
  test("counts with all that it imports", async () => {
    project();
    writeFileSync("names.js", `export const title = "First";\n`);
    writeFileSync(
      "restanza.config.ts",
      `import { title } from "./names.js";\nexport default { source: "spec", out: "out", emit: ["types"], info: { title } };\n`,
    );
    const watch = await watching();
    expect((await watch.next("made")).told.title).toBe("First");
    writeFileSync("names.js", `export const title = "Second";\n`);
    expect((await watch.next("made")).told.title).toBe("Second");
  });

  test("that is wrong is told of, and read again when it is another", async () => {
    project();
    const watch = await watching();
    await watch.next("made");
    configure(`emmit: []`);
    const wrong = await watch.next("misconfigured");
    expect(wrong).toMatchObject({ code: 2, because: ["restanza.config.ts"] });
    expect(wrong.message).toContain("emmit is no setting.");
    edit("spec/images.inc", retitled);
    await watch.next("made");
    configure(`info: { title: "Mended" }`);
    expect((await watch.next("made")).told.title).toBe("Mended");
  });

  test("may be wrong from the start", async () => {
    workingFolder();
    writeFileSync("restanza.config.ts", "export default { source: ");
    const watch = await watching();
    expect(watch.told.map(({ event }) => event)).toEqual(["misconfigured", "ready"]);
    configure();
    expect((await watch.next("made")).files.written).toContain("openapi.json");
  });

  test("runs the service alone that a change concerns", async () => {
    project();
    mkdirSync("docs");
    writeFileSync("docs/index.rst", "Docs\n====\n\n.. include:: a.inc\n");
    writeFileSync(
      "docs/a.inc",
      "A\n=\n\nGet A\n-----\n\n.. rest_method:: GET /a\n\nNormal response codes: 200\n",
    );
    writeFileSync(
      "restanza.config.ts",
      `export default { services: [
        { name: "images", source: "spec", out: "out", emit: ["types"] },
        { name: "a", source: "docs", out: "of-a", emit: ["types"] },
      ] };\n`,
    );
    const watch = await watching();
    expect(watch.runs).toEqual(["images", "a"]);
    await watch.next("made");
    await watch.next("made");
    edit("docs/a.inc", (text) => text.replace("Get A", "Get It"));
    expect((await watch.next("made")).job.name).toBe("a");
    edit("spec/images.inc", retitled);
    expect((await watch.next("made")).job.name).toBe("images");
    expect(watch.runs).toEqual(["images", "a", "a", "images"]);
  });
});

test("it ends between two runs, with whole files and nothing left behind", async () => {
  project();
  const watch = await watching();
  edit("spec/images.inc", retitled);
  await watch.stop();
  expect(existsSync("out/.restanza")).toBe(false);
  const after = watch.told.length;
  edit("spec/images.inc", (text) => text.replace("Look At One Image", "Never Seen"));
  await new Promise((done) => setTimeout(done, 200));
  expect(watch.told).toHaveLength(after);
});
