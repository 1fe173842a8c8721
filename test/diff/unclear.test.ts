import { expect, test } from "vitest";
import { compare } from "../../generator/diff/diff.js";
import { documentSide } from "../../generator/diff/side.js";
import { readSide } from "../../generator/pipeline/sides.js";
import { memoryTree } from "../../generator/source/memory-tree.js";

type Files = Readonly<Record<string, string>>;

const files: Files = {
  "api-ref/source/index.rst":
    "Boxes API\n#########\n\n.. include:: boxes.inc\n.. include:: lids.inc\n",
  "api-ref/source/boxes.inc":
    "Boxes\n=====\n\nShow Box\n--------\n\n.. rest_method:: GET /boxes/{box_id}\n\n.. rest_status_code:: success status.yaml\n\n   - 200\n\nResponse\n~~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n   - name: name\n\n.. literalinclude:: box.json\n   :language: json\n",
  "api-ref/source/lids.inc":
    "Lids\n====\n\nDelete Lid\n----------\n\n.. rest_method:: DELETE /lids/{lid_id}\n\nNormal response codes: 204\n",
  "api-ref/source/parameters.yaml":
    "name: {in: body, type: string, required: true, description: Its name.}\n",
  "api-ref/source/status.yaml": "200:\n  default: It went well.\n",
  "api-ref/source/box.json": '{"name": "red", "size": 1}',
};

function sideOf(own: Files, folder = "") {
  const at = Object.entries(own).map(([name, text]) => [`${folder}${name}`, text] as const);
  const tree = memoryTree(Object.fromEntries(at));
  return readSide(
    { tree, histories: [], identity: "", seen: () => [], settled: () => undefined },
    { service: "boxes" },
  );
}

function lidsOf({ "api-ref/source/lids.inc": lids = "" }: Files): Files {
  return { "api-ref/source/lids.inc": lids };
}

/** The tree with something replaced in one file; without the file where there is nothing to replace. */
function edited(name: string, from?: string | RegExp, to = ""): Files {
  const path = `api-ref/source/${name}`;
  const rest = Object.fromEntries(Object.entries(files).filter(([key]) => key !== path));
  return from === undefined ? rest : { ...rest, [path]: (files[path] ?? "").replace(from, to) };
}

const slips: readonly (readonly [why: string, now: Files, words: string])[] = [
  ["a sample is missing", edited("box.json"), "box.json"],
  ["a sample is broken", edited("box.json", "1}", "1, ["), "JSON"],
  ["a row has no entry", edited("parameters.yaml", "name:", "nome:"), '"name" has no entry'],
  ["the parameters file is empty", edited("parameters.yaml", /[^]+/), "parameters.yaml"],
  ["the status file is empty", edited("status.yaml", /[^]+/, "# none\n"), "status.yaml"],
  ["a method is misspelt", edited("boxes.inc", "rest_method", "rest_metod"), "rest_metod"],
  ["a list is misspelt", edited("boxes.inc", "rest_parameters", "rest_params"), "rest_params"],
  ["a sample is misspelt", edited("boxes.inc", "literalinclude", "literalinclud"), "literalinclud"],
  ["an include is misspelt", edited("index.rst", "include:: lids", "inclde:: lids"), "inclde"],
];

test.each(slips)("%s: it is lost, and nothing breaks by it", (_why, now, words) => {
  for (const [old, after, side] of [
    [files, now, "new"],
    [now, files, "old"],
  ] as const) {
    const { changes, sides } = compare(sideOf(old), sideOf(after));
    expect(sides[side].lost.map(({ message }) => message).join("\n")).toContain(words);
    expect(sides[side === "new" ? "old" : "new"].lost).toEqual([]);
    expect(changes.filter(({ verdict }) => verdict === "breaking")).toEqual([]);
  }
});

test.each(slips)(
  "%s: beside a document it is lost where the document has more",
  (_why, now, words) => {
    const document = documentSide(sideOf(files).document);
    for (const [old, after, side] of [
      [document, sideOf(now), "new"],
      [sideOf(now), document, "old"],
    ] as const) {
      const { changes, sides } = compare(old, after);
      // Whoever cannot read an include is told of the chapter that nothing leads to.
      const told = sides[side].lost.map(({ file, message }) => `${file} ${message}`).join("\n");
      expect(told).toContain(words === "inclde" ? "lids.inc no document includes" : words);
      expect(changes.filter(({ verdict }) => verdict === "breaking")).toEqual([]);
      expect(changes.filter(({ id }) => id.startsWith("operation-"))).toEqual([]);
    }
  },
);

test.each(slips)("%s: nothing is lost beside the document of the same docs", (_why, now) => {
  const side = sideOf(now);
  const { changes, sides } = compare(documentSide(side.document), side);
  expect([changes, sides.new.lost]).toEqual([[], side.lost]);
});

test("a slip of another operation hides nothing that a document has", () => {
  const lid = "/lids/{lid_id}\n\nNormal response codes: 204";
  const old = edited("lids.inc", lid, `${lid}, 202\n\n.. foo:: bar\n`);
  const now = edited(
    "lids.inc",
    lid,
    "/lids/{lid_id}\n\nNormal response codes: 204\n\n.. foo:: bar\n",
  );
  const gone = { ...files, "api-ref/source/boxes.inc": "Boxes\n=====\n\nThere are none.\n" };
  const document = documentSide(sideOf(old).document);
  const other = compare(document, sideOf({ ...gone, ...lidsOf(old) }));
  expect(other.changes.map(({ id, verdict }) => [id, verdict])).toEqual([
    ["operation-removed", "breaking"],
  ]);
  expect(other.sides.new.lost).toEqual([]);
  const own = compare(document, sideOf(now));
  expect(own.changes.map(({ verdict }) => verdict)).toEqual(["unknown"]);
  expect(own.sides.new.lost.map(({ file }) => file)).toEqual(["api-ref/source/lids.inc"]);
});

test("a sample that was repaired hides nothing where the document has no other", () => {
  const sloppy = edited("box.json", "1}", "1,}");
  const document = documentSide(sideOf(sloppy).document);
  const entries = "name: {in: body, type: integer, required: true, description: Its name.}\n";
  const now = { ...sloppy, "api-ref/source/parameters.yaml": entries };
  const { changes, sides } = compare(document, sideOf(now));
  expect(changes.map(({ id, verdict }) => [id, verdict])).toEqual([
    ["response-type-widened", "breaking"],
  ]);
  expect(sides.new.lost).toEqual([]);
});

test("slips of a tree that moved as a whole are nothing new", () => {
  const sloppy = {
    ...edited("box.json", "1}", "1,}"),
    "api-ref/source/crates.inc": "Crates\n======\n\n.. rest_method:: GET /crates\n",
  };
  const { changes, sides } = compare(sideOf(sloppy), sideOf(sloppy, "docs/"));
  expect([changes, sides.old.lost, sides.new.lost]).toEqual([[], [], []]);
});

test("what both sides lack in parts is nothing new", () => {
  const now = edited("box.json");
  const { changes, sides } = compare(sideOf(now), sideOf(now));
  expect([changes, sides.old.lost, sides.new.lost]).toEqual([[], [], []]);
});

test("a slip of an operation whose chapter moved to another file is nothing new, another is", () => {
  const lacking = edited("box.json");
  const { "api-ref/source/boxes.inc": chapter = "", ...rest } = lacking;
  const moved = (text: string): Files => ({
    ...rest,
    "api-ref/source/crates.inc": text,
    "api-ref/source/index.rst": (rest["api-ref/source/index.rst"] ?? "").replace("boxes", "crates"),
  });
  const same = compare(sideOf(lacking), sideOf(moved(chapter)));
  expect([same.changes, same.sides.old.lost, same.sides.new.lost]).toEqual([[], [], []]);
  const other = compare(sideOf(lacking), sideOf(moved(chapter.replace("box.json", "crate.json"))));
  expect(other.sides.new.lost.map(({ file }) => file)).toEqual(["api-ref/source/crates.inc"]);
});

test("a row that gets another name, which is read as a slip, is told of", () => {
  const operation = (title: string, method: string, name: string) =>
    `${title}\n${"-".repeat(title.length)}\n\n.. rest_method:: ${method} /crates\n\nNormal response codes: 200\n\nResponse\n~~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n   - crate: name\n   - ${name}: name\n\n.. literalinclude:: crate.json\n   :language: json\n`;
  const tree = (name: string): Files => ({
    ...files,
    "api-ref/source/lids.inc": `Crates\n======\n\n${operation("Show Crate", "GET", name)}\n${operation("Update Crate", "PATCH", "label")}`,
    "api-ref/source/crate.json": '{"crate": "a", "label": "b"}',
  });
  const { changes, sides } = compare(sideOf(tree("label")), sideOf(tree("lable")));
  expect(changes.map(({ id, verdict, pointer }) => [id, verdict, pointer])).toEqual([
    ["words-changed", "correction", "/response/label"],
  ]);
  expect([sides.old.lost, sides.new.lost]).toEqual([[], []]);
});

test("what a sample that is missing had shown is unknown, or nothing is said of it", () => {
  const own = (sample: string | undefined): Files => ({
    ...files,
    "api-ref/source/boxes.inc": (files["api-ref/source/boxes.inc"] ?? "").replace(
      "- name: name\n",
      "- name: name\n   - colour: colour\n   - lid: lid\n",
    ),
    "api-ref/source/parameters.yaml": `${files["api-ref/source/parameters.yaml"] ?? ""}colour: {in: body, required: true, description: A colour.}\nlid: {in: body, type: object, required: true, description: A lid.}\n`,
    "api-ref/source/box.json": sample ?? "",
  });
  const whole = own('{"name": "red", "colour": 7, "lid": {"a": 1}, "size": 1}');
  const { "api-ref/source/box.json": gone, ...rest } = whole;
  expect(gone).toBeDefined();
  for (const [old, now] of [
    [whole, rest],
    [rest, whole],
  ] as const) {
    const { changes } = compare(sideOf(old), sideOf(now));
    expect(changes.map(({ verdict, pointer }) => `${verdict} ${pointer}`).toSorted()).toEqual([
      "unknown /response/colour",
      "unknown /response/lid/a",
      "unknown /response/size",
    ]);
    for (const { message } of changes) expect(message).toContain("boxes.inc:");
  }
});
