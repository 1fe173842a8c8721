import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { build } from "../../generator/pipeline/build.js";
import { matches } from "../../generator/pipeline/select.js";

test.each([
  // name              pattern        why                              matches
  ["images", "images", "the same", true],
  ["Images", "iMAGES", "capitals do not count", true],
  ["images", "image", "a part is not the whole", false],
  ["images", "image*", "a star at the end", true],
  ["images", "*mages", "a star at the start", true],
  ["images", "i*s", "a star in the middle", true],
  ["images", "*", "any text", true],
  ["aba", "ab*ba", "start and end may not overlap", false],
  ["abcabc", "a*b*c", "several stars", true],
  ["a.c", "a?c", "nothing else is special", false],
  ["abc", "a.c", "nothing else is special", false],
  ["", "*", "no text is text", true],
])("%j against %j: %s", (name, pattern, _why, expected) => {
  expect(matches(name, pattern)).toBe(expected);
});

test("a pattern of stars takes no time on a long name", () => {
  expect(matches("a".repeat(100_000), `${"*a".repeat(2000)}*b`)).toBe(false);
});

const path = fileURLToPath(new URL("../../spec", import.meta.url));
const idsOf = async (settings: object) =>
  (await build({ path }, settings)).model.chapters.flatMap(({ operations }) =>
    operations.map(({ operationId }) => operationId),
  );

test("include and exclude speak of files, chapters, titles and operationIds", async () => {
  const all = await idsOf({});
  expect(await idsOf({ include: ["images.inc"] })).toEqual(all);
  expect(await idsOf({ include: ["images"], exclude: ["*metadata*"] })).toEqual(
    all.filter((id) => !id.includes("Metadata")),
  );
  expect(await idsOf({ include: ["Show Image Details", "deleteImage"] })).toEqual([
    "showImageDetails",
    "deleteImage",
  ]);
});

test("components that only left-out operations used are gone, shared ones stay", async () => {
  const schemasOf = async (settings: object) =>
    Object.keys((await build({ path }, settings)).document.components?.schemas ?? {});
  const all = await schemasOf({});
  const some = await schemasOf({ include: ["Delete Image"] });
  expect(some.length).toBeLessThan(all.length);
  expect(all).toEqual(expect.arrayContaining(some));
});

test("a name that nothing has is a slip, and said", async () => {
  await expect(build({ path }, { exclude: ["imagse"] })).rejects.toThrow(
    '"imagse" is no document, chapter or operation. Did you mean "images"?',
  );
});

test("limits of an operation that nothing has are a slip, and said", async () => {
  await expect(build({ path }, { limits: { deleteImgae: { max: "2.35" } } })).rejects.toThrow(
    'limits: "deleteImgae" is no operation. Did you mean "deleteImage"?',
  );
  const { document } = await build(
    { path },
    {
      limits: { deleteImage: { max: "2.35" }, "List Images": { max: "2.35" } },
      include: ["images"],
    },
  );
  expect(document.paths).not.toEqual({});
});
