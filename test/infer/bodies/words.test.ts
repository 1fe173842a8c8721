import { expect, test } from "vitest";
import { plural, sameWord, singular } from "../../../generator/english/number.js";

test.each([
  ["server", "servers", "a plain word"],
  ["security_group", "security_groups", "the last of several words"],
  ["policy", "policies", "an ending that changes"],
  ["quota", "quotas", "no Latin plural of quotum"],
  ["resource_status", "resource_statuses", "a singular in -s"],
  ["mac_address", "mac_addresses", "a singular in -ss"],
  ["image_cache", "image_caches", "no plural of cach"],
  ["cookie", "cookies", "no plural of cooky"],
])("%s and %s: %s", (one, many) => {
  expect([singular(one), singular(many), plural(one), plural(many)]).toEqual([
    one,
    one,
    many,
    many,
  ]);
});

test("a Latin plural has its singular", () => {
  expect(["antennae", "formulae"].map(singular)).toEqual(["antenna", "formula"]);
});

test("one thing, whatever its number and dashes", () => {
  expect(sameWord("security-groups", "security_group")).toBe(true);
  expect(sameWord("quotas", "quota")).toBe(true);
  expect(sameWord("pool", "members")).toBe(false);
});
