import { expect, test } from "vitest";
import { renameFile } from "../../generator/output/rename.js";
import { systemError } from "./faulty-disk.js";

/** A system that refuses so many times, and then renames; and how often it was asked. */
function refusing(code: string, times: number) {
  const asked: string[] = [];
  const rename = (from: string, to: string): void => {
    asked.push(`${from} ${to}`);
    if (asked.length <= times) throw systemError(code);
  };
  return { asked, rename };
}

test.each(["EPERM", "EACCES", "EBUSY"])("%s for a moment is waited for", (code) => {
  const { asked, rename } = refusing(code, 2);
  renameFile("a", "b", rename, [1, 1, 1]);
  expect(asked).toEqual(["a b", "a b", "a b"]);
});

test("not for ever", () => {
  const { asked, rename } = refusing("EPERM", 99);
  expect(() => renameFile("a", "b", rename, [1, 1])).toThrow("EPERM");
  expect(asked).toHaveLength(3);
});

test.each([
  ["ENOSPC", [1, 1], "another reason does not pass by itself"],
  ["EPERM", [], "where nothing is momentary, the system means it"],
])("%s with pauses %j is thrown at once: %s", (code, pauses) => {
  const { asked, rename } = refusing(code, 1);
  expect(() => renameFile("a", "b", rename, pauses)).toThrow(code);
  expect(asked).toHaveLength(1);
});
