import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { beforeEach, expect, test } from "vitest";
import { restanza, workingFolder } from "./command.js";

const chapter = (rows: string, samples = "") =>
  `Boxes\n=====\n\nCreate Box\n----------\n\n.. rest_method:: POST /boxes\n\nNormal response codes: 202\n\nRequest\n~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n${rows}\n${samples}`;
const parameters = (required: boolean) =>
  `name: {in: body, type: string, required: true, description: A name.}\nsize: {in: body, type: integer, required: ${required}, description: A size.}\n`;
const rows = "  - name: name\n  - size: size\n";
const sample = '\n**Example**\n\n.. code-block:: json\n\n   {"name": "a"}\n';

function writeTree(folder: string, text: string, entries: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/index.rst`, "Boxes API\n#########\n\n.. include:: boxes.inc\n");
  writeFileSync(`${folder}/boxes.inc`, text);
  writeFileSync(`${folder}/parameters.yaml`, entries);
}

beforeEach(() => {
  workingFolder();
  writeTree("old", chapter(rows, sample), parameters(false));
  writeTree("new", chapter(rows, sample), parameters(true));
});

const schema = new URL("../../docs/diff.schema.json", import.meta.url);

interface Report {
  readonly changes: readonly {
    readonly id: string;
    readonly verdict: string;
    readonly pointer: string;
  }[];
  readonly sides: Readonly<
    Record<"old" | "new", { readonly operations: number; readonly lost: number }>
  >;
}

/** The report as JSON, which has the form that is published. */
async function diff(...words: readonly string[]) {
  const { code, stdout, stderr } = await restanza("diff", ...words, "--format", "json");
  const report = JSON.parse(stdout) as Report;
  const validate = new Ajv2020().compile(JSON.parse(readFileSync(schema, "utf8")) as object);
  expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
  return { code, report, stderr };
}

test("a member that became required breaks, and a sample that leaves it out is named", async () => {
  const { code, report } = await diff("old", "new");
  expect(code).toBe(0);
  expect(report.sides).toEqual({
    old: { operations: 1, lost: 0, places: [] },
    new: { operations: 1, lost: 0, places: [] },
  });
  expect(report.changes.filter(({ verdict }) => verdict === "breaking")).toEqual([
    {
      id: "request-member-became-required",
      verdict: "breaking",
      operation: { method: "POST", path: "/boxes", id: "createBox" },
      pointer: "/request/size",
      versions: { min: null, max: null },
      message: "`size` may no longer be left out (a sample of OLD leaves it out).",
    },
  ]);
});

test("--fail-on makes it the exit code", async () => {
  expect((await restanza("diff", "old", "new", "--fail-on", "breaking")).code).toBe(1);
  expect((await restanza("diff", "new", "old", "--fail-on", "unknown")).code).toBe(0);
});

test("a tree beside itself is nothing", async () => {
  const { code, stdout } = await restanza("diff", "old", "old", "--fail-on", "unknown");
  expect(code).toBe(0);
  expect(stdout).toContain("nothing changed in 1 operation.");
});

test("a chapter whose bytes are no text is never nothing: exit 3, whatever else there is", async () => {
  writeFileSync("new/boxes.inc", Buffer.from("fffe0000d8008081", "hex"));
  writeFileSync(
    "new/index.rst",
    "Boxes API\n#########\n\n.. include:: boxes.inc\n\nList\n====\n\n.. rest_method:: GET /boxes\n\nNormal response codes: 200\n",
  );
  const { code, report } = await diff("old", "new", "--fail-on", "unknown");
  expect(code).toBe(3);
  expect(report.sides.new.lost).toBe(1);
  expect(report.changes.map(({ id }) => id)).toEqual(["operation-added"]);
  const { stdout } = await restanza("diff", "old", "new");
  expect(stdout).toContain("NEW boxes.inc: its bytes are no UTF-8 text");
  expect(stdout).not.toContain("nothing changed");
});

test("a document and a folder of output are sides, too", async () => {
  await restanza("generate", "old", "--out", "out", "--emit", "openapi", "--quiet");
  writeTree("new", chapter(rows), parameters(true));
  const { report } = await diff("out", "new");
  expect(report.changes.map(({ id }) => id)).toContain("request-member-became-required");
  expect((await diff("out", "out/openapi.yaml")).report.changes).toEqual([]);
});

function git(...words: readonly string[]): void {
  const who = ["-c", "user.name=A", "-c", "user.email=a@example.org"];
  execFileSync("git", [...who, ...words], { stdio: "ignore" });
}

test("REV:PATH reads a revision, and --from the trees of the configuration", async () => {
  git("init");
  git("add", "old");
  git("commit", "-m", "Old");
  rmSync("new", { recursive: true });
  writeTree("old", chapter(rows, sample), parameters(true));
  const { report } = await diff("HEAD:old", "old");
  expect(report.changes.map(({ id }) => id)).toContain("request-member-became-required");
  writeFileSync("restanza.config.ts", 'export default { source: "old", out: "out" };\n');
  const from = await diff("--from", "HEAD");
  expect(from.report.changes).toEqual(report.changes);
  expect((await diff("HEAD:old", "HEAD:old")).report.changes).toEqual([]);
});

test.each([
  ["HEAD:old", "there is no repository"],
  ["--output=x:old", "begins with a dash: an option of git"],
  ["nowhere", "neither a path nor a revision"],
])("%s is refused in words (%s)", async (old) => {
  const { code, stderr, stdout } = await restanza("diff", "--", old, "new");
  expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
  expect(stderr).toMatch(/^restanza: .*\.\n/);
});

test("what is accepted passes until its day, and what is for nothing is said", async () => {
  const reason = ["--reason", "Agreed with all callers"];
  const written = await restanza(
    "diff",
    "old",
    "new",
    "--accept",
    "known.json",
    "--write-accept",
    ...reason,
  );
  expect(written.stderr).toContain("1 change accepted until");
  const text = readFileSync("known.json", "utf8");
  const passed = await restanza(
    "diff",
    "old",
    "new",
    "--accept",
    "known.json",
    "--fail-on",
    "unknown",
  );
  expect(passed.code).toBe(0);
  expect(passed.stdout).toContain("1 more accepted");
  writeFileSync("known.json", text.replace(/"expires": "[^"]*"/, '"expires": "2020-01-01"'));
  const over = await restanza(
    "diff",
    "old",
    "new",
    "--accept",
    "known.json",
    "--fail-on",
    "breaking",
  );
  expect(over.code).toBe(1);
  expect(over.stderr).toContain("ran out on 2020-01-01");
  const stale = await restanza("diff", "old", "old", "--accept", "known.json");
  expect(stale.stderr).toContain("is for no change here");
});

test("what one service accepts passes in no other", async () => {
  for (const name of ["one", "two"])
    writeTree(`${name}/api-ref/source`, chapter(rows, sample), parameters(false));
  const services = ["one", "two"].map((name) => ({ name, source: name, out: `out/${name}` }));
  writeFileSync("restanza.config.json", JSON.stringify({ services }));
  for (const words of [
    ["init", "-q"],
    ["add", "."],
    ["commit", "-qm", "First"],
  ])
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...words]);
  const change = (name: string, required: boolean) =>
    writeFileSync(`${name}/api-ref/source/parameters.yaml`, parameters(required));
  const asked = ["diff", "--from", "HEAD", "--accept", "known.json"];
  change("one", true);
  await restanza(...asked, "--write-accept", "--reason", "Agreed");
  expect(JSON.parse(readFileSync("known.json", "utf8"))).toMatchObject({
    accepted: [{ service: "one" }],
  });
  expect((await restanza(...asked, "--fail-on", "unknown")).code).toBe(0);
  change("one", false);
  change("two", true);
  const other = await restanza(...asked, "--fail-on", "unknown");
  expect(other.code).toBe(1);
  expect(other.stderr).toContain("is for no change here");
});

test("a day that there is not is refused before anything is written", async () => {
  const asked = ["--accept", "known.json", "--write-accept", "--reason", "So", "--until"];
  const { code, stderr } = await restanza("diff", "old", "new", ...asked, "2027-13-41");
  expect(code).toBe(2);
  expect(stderr).toContain('not "2027-13-41"');
});

test("a day that is over is refused, and today is none that is", async () => {
  const asked = ["--accept", "known.json", "--write-accept", "--reason", "So", "--until"];
  const { code, stderr } = await restanza("diff", "old", "new", ...asked, "2020-01-01");
  expect(code).toBe(2);
  expect(stderr).toContain("--until 2020-01-01 is over: nothing would be let pass.");
  expect(existsSync("known.json")).toBe(false);
  const today = new Date().toISOString().slice(0, 10);
  expect((await restanza("diff", "old", "new", ...asked, today)).code).toBe(0);
});

test("a folder with several references is refused, and each is named", async () => {
  for (const name of ["one", "two"])
    writeTree(`all/${name}/api-ref/source`, chapter(rows, sample), parameters(false));
  const { code, stderr } = await restanza("diff", "all", "all");
  expect(code).toBe(3);
  expect(stderr).toContain("several API references");
  expect(stderr).toContain("one/api-ref/source, two/api-ref/source");
});

test("an accept file without a reason is refused", async () => {
  writeFileSync("known.json", '{"accepted": [{"fingerprint": "0123456789abcdef", "reason": " "}]}');
  const { code, stderr } = await restanza("diff", "old", "new", "--accept", "known.json");
  expect(code).toBe(2);
  expect(stderr).toContain('entry 1 of "accepted" has no "reason"');
});

test("every format says it, in 80 columns where people read", async () => {
  const long = chapter(rows).replace(
    "POST /boxes",
    `POST /boxes/{box_id}/${"compartments/".repeat(4)}lids`,
  );
  writeTree("long-old", long, parameters(false));
  writeTree("long-new", long, parameters(true));
  for (const line of (await restanza("diff", "long-old", "long-new")).stdout.split("\n"))
    expect(line.length).toBeLessThanOrEqual(80);
  const text = await restanza("diff", "old", "new");
  expect(text.stdout).toContain("Breaking (1)");
  for (const line of text.stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
  const markdown = await restanza("diff", "old", "new", "--format", "markdown");
  expect(markdown.stdout).toContain("### Breaking (1)\n\n- `size` may no longer be left out");
  const changelog = await restanza("diff", "old", "new", "--format", "changelog");
  expect(changelog.stdout).toContain(
    "### Breaking\n\n- POST /boxes (createBox): `size` may no longer",
  );
  const sarif = JSON.parse((await restanza("diff", "old", "new", "--format", "sarif")).stdout) as {
    readonly runs: readonly { readonly results: readonly { readonly ruleId: string }[] }[];
  };
  expect(sarif.runs[0]?.results.map(({ ruleId }) => ruleId)).toContain(
    "request-member-became-required",
  );
});
