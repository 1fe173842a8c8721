import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { generate } from "../../generator/pipeline/generate.js";
import { openTree } from "../../generator/source/disk-tree.js";
import type { SourceTree } from "../../generator/source/tree.js";
import { corpora, haveCorpora } from "../rst/corpora.js";
import { difference, textOf, withFiles, withOperation } from "./one-change.js";

const open = (folder: URL): SourceTree => {
  const opening = openTree(fileURLToPath(folder));
  if (opening.kind === "refused") throw new Error(opening.reason);
  return opening.tree;
};

async function outputs(tree: SourceTree): Promise<ReadonlyMap<string, string>> {
  const { files } = (await generate(tree, {})).value;
  return new Map(files.map(({ path, text }) => [path, text]));
}

/** What two outputs do not share, file by file. */
function differences(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>) {
  return new Map(
    [...after].flatMap(([path, text]) =>
      before.get(path) === text ? [] : [[path, difference(before.get(path) ?? "", text)] as const],
    ),
  );
}

const trees = [
  {
    name: "spec",
    folder: new URL("../../spec/", import.meta.url),
    chapter: "images.inc",
    module: "images",
    before: "Delete Image\n",
    skip: false,
  },
  {
    name: "a real service",
    folder: new URL("placement/", corpora),
    chapter: "api-ref/source/usages.inc",
    module: "usages",
    before: undefined,
    skip: !haveCorpora,
  },
];

describe.each(trees.filter(({ skip }) => !skip))(
  "one more operation in $name",
  ({ folder, chapter, module, before }) => {
    let all: ReadonlyMap<string, string>;
    let changed: ReturnType<typeof differences>;
    beforeAll(async () => {
      const tree = open(folder);
      all = await outputs(tree);
      changed = differences(all, await outputs(withOperation(tree, chapter, before)));
    });

    test("changes the files of its chapter and those of the whole", () => {
      expect([...changed.keys()].sort()).toEqual(
        [
          "client/bound.ts",
          `client/${module}.ts`,
          "client/index.ts",
          "client/operations.md",
          "openapi.json",
          "openapi.yaml",
          `server/${module}.ts`,
          "server/validators.ts",
          "types.ts",
        ].sort(),
      );
    });

    test("adds nothing that does not speak of it, or of its chapter", () => {
      // The first of its chapter that is more than a GET of JSON brings what calls those.
      const own = new RegExp(
        `parcel|^ *${module}\\w* &$|^import \\{ ask, call, .*/runtime\\.js`,
        "i",
      );
      for (const [path, { added }] of changed)
        expect([path, added.filter((run) => !own.test(run))]).toEqual([path, []]);
    });

    test("leaves every other line as it is, but for lists of its chapter's names", () => {
      const list = new RegExp(
        `^(?:import|export|  Where<).*(?:${module}|Fault|validators\\.js|/runtime\\.js)`,
        "i",
      );
      for (const [path, { removed }] of changed)
        expect([path, removed.filter((line) => !list.test(line))]).toEqual([path, []]);
      for (const path of ["openapi.json", "openapi.yaml", "client/operations.md"])
        expect(changed.get(path)?.removed).toEqual([]);
      for (const path of ["types.ts", "server/validators.ts"])
        expect(changed.get(path)?.removed).toEqual([]);
    });
  },
);

test("other words of one operation change only where they stand", async () => {
  const tree = open(new URL("../../spec/", import.meta.url));
  const text = textOf(tree, "images.inc");
  const heading = /\nDelete Image\n[-=~]+\n\n\.\. rest_method:: (?:.+\n)+/.exec(text)?.[0] ?? "";
  const edited = text.replace(heading, `${heading}\nThink twice about a parcel.\n`);
  const changed = differences(
    await outputs(tree),
    await outputs(withFiles(tree, { "images.inc": edited })),
  );
  expect([...changed.keys()].filter((path) => !/images|bound|openapi/.test(path))).toEqual([]);
  for (const { removed, added } of changed.values()) {
    expect(removed.length).toBeLessThan(3);
    expect(added.every((run) => /parcel/.test(run))).toBe(true);
  }
});
