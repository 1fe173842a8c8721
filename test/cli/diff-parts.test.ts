import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { beforeEach, expect, test } from "vitest";
import { restanza, workingFolder } from "./command.js";

const operation = (title: string, method: string, rows: string) =>
  `${title}\n${"-".repeat(title.length)}\n\n.. rest_method:: ${method}\n\nNormal response codes: 200\n\nRequest\n~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n${rows}\n\n`;
const create = operation("Create Box", "POST /boxes", "  - name: name\n  - size: size\n");
const update = operation(
  "Update Box",
  "PUT /boxes/{box_id}",
  "  - box_id: box_id\n  - name: name\n",
);
const parameters = (sizeType: string) =>
  `box_id: {in: path, type: string, required: true, description: An id.}\nname: {in: body, type: string, required: true, description: A name.}\nsize: {in: body, type: ${sizeType}, required: false, description: A size., min_version: "2.3"}\n`;

function writeTree(folder: string, chapters: Readonly<Record<string, string>>, size = "integer") {
  mkdirSync(`${folder}/api-ref/source`, { recursive: true });
  const names = Object.keys(chapters);
  const includes = names.map((name) => `.. include:: ${name}.inc\n`).join("\n");
  const index = `===========\nCompute API\n===========\n\n${includes}`;
  writeFileSync(`${folder}/api-ref/source/index.rst`, index);
  for (const [name, text] of Object.entries(chapters)) {
    const title = `Chapter ${name}`;
    writeFileSync(
      `${folder}/api-ref/source/${name}.inc`,
      `${"=".repeat(title.length)}\n${title}\n${"=".repeat(title.length)}\n\n${text}`,
    );
  }
  writeFileSync(`${folder}/api-ref/source/parameters.yaml`, parameters(size));
}

beforeEach(() => {
  workingFolder();
  writeTree("old", { boxes: create, lids: update });
});

interface Report {
  readonly changes: readonly {
    readonly id: string;
    readonly versions: { readonly min: string | null; readonly max: string | null };
  }[];
  readonly notes?: readonly string[];
}

async function diff(...words: readonly string[]) {
  const { code, stdout, stderr } = await restanza("diff", ...words, "--format", "json");
  const report = stdout === "" ? undefined : (JSON.parse(stdout) as Report);
  const found = report?.changes.map(({ id }) => id);
  return { code, stderr, found, report };
}

const output = (tree: string, out: string, ...words: readonly string[]) =>
  restanza("generate", tree, "--out", out, "--emit", "openapi", "--quiet", ...words);

test.each([
  ["--only=createBox", '"createBox"'],
  ["--only=boxes.inc", '"boxes.inc"'],
  ["--microversion=2.2", "microversion 2.2"],
])("an output of a part (%s) is held against that part of the other side", async (flag, words) => {
  await output("old", "part", flag);
  for (const [sides, part] of [
    [["part", "old"], "OLD"],
    [["old", "part"], "NEW"],
    [["part/openapi.json", "old"], "OLD"],
  ] as const) {
    const { code, found, stderr } = await diff(...sides);
    expect({ code, found, stderr }).toEqual({ code: 0, found: [], stderr: "" });
    const { stdout } = await restanza("diff", ...sides);
    expect(stdout.replaceAll(/\s+/g, " ")).toContain(
      `Only a part was compared: ${words}. ${part} is no more than that.`,
    );
  }
});

test("outputs of two microversions are compared as they are, and the report says so", async () => {
  await output("old", "before", "--microversion", "2.2");
  await output("old", "after", "--microversion", "2.3");
  const { code, found, report } = await diff("before", "after");
  expect({ code, found }).toEqual({ code: 0, found: ["request-member-added"] });
  expect(report?.notes).toEqual(["OLD is of microversion 2.2 alone, and NEW of 2.3."]);
});

test("what is asked for of both is said to be a part", async () => {
  const { stdout } = await restanza("diff", "old", "old", "--only", "createBox");
  expect(stdout).toContain('Only a part was compared: "createBox".');
  const part = await restanza(
    "diff",
    "old",
    "old",
    "--microversion",
    "2.2",
    "--format",
    "markdown",
  );
  expect(part.stdout).toContain("Only a part was compared: microversion 2.2.");
  const whole = await restanza("diff", "old", "old");
  expect(whole.stdout).not.toContain("part");
});

test("what the configuration leaves out is left out of both sides, and of an output of before", async () => {
  const config = { source: "old", out: "out", exclude: ["lids"], emit: [] };
  writeFileSync("restanza.config.json", JSON.stringify(config));
  await restanza("generate", "--quiet");
  expect(await diff("out", "old")).toMatchObject({ code: 0, found: [], stderr: "" });
  const { stdout } = await restanza("diff", "out", "old");
  expect(stdout.replaceAll(/\s+/g, " ")).toContain('all but "lids". OLD is no more than that.');
});

test.each([[["--only=createBox"], ["--only=updateBox"], "make both of the same part"]])(
  "outputs of two parts (%j, %j) are refused in words",
  async (before, after, words) => {
    await output("old", "one", ...before);
    await output("old", "two", ...after);
    const { code, stderr, found } = await diff("one", "two");
    expect({ code, found }).toEqual({ code: 2, found: undefined });
    expect(stderr).toContain(words);
    expect(await diff("one", "one")).toMatchObject({ code: 0, found: [] });
  },
);

test("an output of a part is not read as another part of it", async () => {
  await output("old", "one", "--only", "createBox");
  const { code, stderr } = await diff("one", "old", "--only", "updateBox");
  expect(code).toBe(2);
  expect(stderr).toContain('only "createBox" of its docs, and "updateBox" is asked for');
  await output("old", "two", "--microversion", "2.2");
  const other = await diff("two", "old", "--microversion", "2.3");
  expect(other.code).toBe(2);
  expect(other.stderr).toContain("at microversion 2.2 alone");
});

test("an operation that one side alone has is chosen all the same; one that neither has is a slip", async () => {
  writeTree("new", {
    boxes: create,
    lids: update,
    tops: operation("Open Box", "POST /tops", "  - name: name\n"),
  });
  expect(await diff("old", "new", "--only", "openBox")).toMatchObject({
    code: 0,
    found: ["operation-added"],
  });
  const slip = await diff("old", "new", "--only", "openBx");
  expect(slip.code).toBe(2);
  expect(slip.stderr).toContain('"openBx" is no document, chapter or operation.');
});

test("a document and a tree are chosen from by other names: that is said", async () => {
  await output("old", "whole");
  const { code, stderr } = await diff("whole", "old", "--only", "boxes.inc");
  expect(code).toBe(2);
  expect(stderr).toContain('"boxes.inc" is no tag, path or operation');
});

test("at one microversion a change holds there, and what is behind it is not told", async () => {
  writeTree("new", { boxes: create, lids: update }, "string");
  const at = await diff("old", "new", "--microversion", "2.3");
  expect(at.report?.changes).toMatchObject([
    { id: "request-type-changed", versions: { min: "2.3", max: "2.3" } },
  ]);
  expect((await diff("old", "new", "--microversion", "2.1")).found).toEqual([]);
});

test("a part says nothing of what was accepted elsewhere", async () => {
  writeTree("new", { boxes: create, lids: update }, "string");
  const accept = ["--accept", "known.json"];
  await restanza("diff", "old", "new", ...accept, "--write-accept", "--reason", "So");
  expect((await diff("old", "new", ...accept, "--only", "updateBox")).stderr).toBe("");
});

test("check does not tell of a part as of what is gone", async () => {
  await output("old", "out");
  await restanza("check", "old", "--out", "out", "--only", "createBox", "--emit", "openapi");
  const { stdout } = await restanza("check", "old", "--out", "out", "--only", "createBox");
  expect(stdout).toContain("another part of the docs");
  expect(stdout).not.toContain("is gone");
});

test("a document beside docs is told of: it does not hold all that their rows say", async () => {
  await output("old", "made");
  const notes = async (...sides: readonly string[]) => (await diff(...sides)).report?.notes ?? [];
  expect(await notes("made", "old")).toEqual([expect.stringMatching(/^OLD is a document/)]);
  expect(await notes("old", "made")).toEqual([expect.stringMatching(/^NEW is a document/)]);
  expect([await notes("old", "old"), await notes("made", "made")]).toEqual([[], []]);
});

test("a stanza with bytes that are no UTF-8 is not gone: nobody knows what stands there", async () => {
  const both = create + update;
  writeTree("old", { boxes: both });
  writeTree("new", { boxes: both });
  const chapter = "new/api-ref/source/boxes.inc";
  const text = readFileSync(chapter, "utf8").replace("rest_method:: PUT", "r\u00E9st_method:: PUT");
  writeFileSync(chapter, text, "latin1");
  const { code, found, stderr } = await diff("old", "new", "--fail-on", "breaking");
  expect({ code, found, stderr }).toEqual({ code: 3, found: [], stderr: "" });
});
