import { describe, expect, test } from "vitest";
import { NearNames } from "../../generator/diagnostics/near-names.js";
import { nearest } from "../../generator/diagnostics/nearest.js";

const words = ["image", "port", "server", "volume", "router", "subnet", "flavor", "quota"];
const manyNames = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => {
    const word = words[index % words.length] ?? "";
    return `${word}_${index.toString(3).replaceAll("0", "a").replaceAll("1", "e").replaceAll("2", "s")}_id`;
  });

describe("of many names", () => {
  const names = [...manyNames(3000), "availability_zone", "os-volumes_attached", "id"];
  const known = new NearNames(names);

  test.each([
    // typed               why
    ["availability_zon", "a letter is missing"],
    ["availabilty_zone", "a letter is missing inside"],
    ["os-volume_attached", "one of several words has a slip"],
    ["AVAILABILITY_zone", "capitals do not count"],
    ["image_id_seesa", "nothing is near"],
    ["xqqqqqqqqq", "nothing shares a run of letters"],
    ["", "it says nothing"],
  ])("the nearest to %j (%s) is that of all", (typed) => {
    expect(known.nearest(typed)).toBe(nearest(typed, names)[0]);
  });
});

test("few names are all compared, whatever they share", () => {
  expect(new NearNames(["bd", "ace"]).nearest("ab")).toBe(nearest("ab", ["bd", "ace"])[0]);
});

test("as many names are compared with a word, however many there are", () => {
  const compared = [1000, 4000, 16_000].map(
    (count) => new NearNames(manyNames(count)).candidates("server_sesa_ix").length,
  );
  expect(new Set(compared)).toEqual(new Set([64]));
});
