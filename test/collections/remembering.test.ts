import { expect, test } from "vitest";
import { remembering } from "../../generator/collections/remembering.js";

test("remembers also that there is no answer", () => {
  const asked: string[] = [];
  const nothing = remembering((text): string | undefined => {
    asked.push(text);
    return undefined;
  });
  expect([nothing("a"), nothing("a")]).toEqual([undefined, undefined]);
  expect(asked).toEqual(["a"]);
});

test("asks again only for what it has not heard, and keeps no more than its bound", () => {
  const asked: string[] = [];
  const length = remembering((text) => {
    asked.push(text);
    return text.length;
  });
  expect([length("ab"), length("ab"), length("abc")]).toEqual([2, 2, 3]);
  expect(asked).toEqual(["ab", "abc"]);
  for (let index = 0; index < 20_000; index += 1) length(String(index));
  // The first are long forgotten: asked again, they are answered again.
  expect(length("ab")).toBe(2);
  expect(asked.filter((text) => text === "ab")).toHaveLength(2);
});
