import { expect, test } from "vitest";
import { isLaterMoment, isMoment } from "../../../generator/infer/words/names/moments.js";

test.each<[string, boolean, boolean, string]>([
  // name                     moment  later   why
  ["updated_at", true, true, "nothing was changed yet"],
  ["deleted_at", true, true, "it is there"],
  ["created_at", true, false, "from the start"],
  ["started_at", true, false, "from the start, too"],
  ["inspection_started_at", true, true, "something of it that may not have begun"],
  ["OS-SRV-USG:launched_at", true, true, "with the alias of an extension"],
  ["expires_at", true, false, "to happen: only creation can leave it out"],
  ["updated", false, false, "may be a flag"],
  ["looked_at_by", false, false, "no moment"],
  ["cat", false, false, "ends so by chance"],
])("%s is a moment: %s, a later one: %s (%s)", (name, moment, later) => {
  expect(isMoment(name)).toBe(moment);
  expect(isLaterMoment(name)).toBe(later);
});
