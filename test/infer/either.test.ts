import { describe, expect, test } from "vitest";
import { namesOfEither, saysEither } from "../../generator/infer/words/either.js";

describe("prose by which another member may stand for this one", () => {
  test.each<[string, boolean, string]>([
    // prose                                                      says    why
    ["The lid. Either this or the lock must be supplied.", true, "must be supplied"],
    ["Either lid_id, lock_id or box_id\nmust be provided.", true, "one of three"],
    ["You must specify either a lid or a lock.", true, "must specify either"],
    ["Clients have to provide one of `lid` and `lock`.", true, "one of"],
    ["The state, which is either open or closed.", false, "values"],
    ["The lid (either name or ID).", false, "two ways to say it"],
    ["Either `open` or `closed`. It must be set by its owner.", false, "another sentence"],
  ])("%s %s: %s", (prose, says) => {
    expect(saysEither(prose)).toBe(says);
  });
});

describe("members of which one has to be there", () => {
  test.each<[string, readonly string[], string]>([
    // prose                                              names               why
    ["Specify a lid. You must set either `lid` or `lock`.", ["lid", "lock"], "both"],
    ["You must set either a lid or a lock.", [], "no names"],
    ["You must set `lid` and `lock`.", [], "both are needed"],
  ])("%s: %j (%s)", (prose, names) => {
    expect(namesOfEither(prose)).toEqual(names);
  });

  test("200,000 letters of words that begin a rule are read", () => {
    for (const words of ["either ", "either or ", "must be ", "must set one of `a` "])
      expect(namesOfEither(words.repeat(200_000 / words.length))).toBeInstanceOf(Array);
  });
});
