import { expect, test } from "vitest";
import { plural, sameWord, singular } from "../../generator/english/number.js";

test.each([
  ["quota_sets", "quota_set", "the last word counts"],
  ["Statuses", "Status", "an ending in -es, capitals kept"],
  ["status", "status", "an s that is no plural"],
  ["ip_addresses", "ip_address", "a word behind another"],
  ["caches", "cache", "an e that is the word's own"],
  ["metadata", "metadata", "what is never counted"],
  ["dns", "dns", "letters that stand for words"],
  ["analysis", "analysis", "Greek in -is"],
  ["antennae", "antenna", "Latin in -ae"],
  ["quota", "quota", "no Latin plural in -a"],
  ["policies", "policy", "the rules of English"],
])("one of %s is %s (%s)", (many, one, _why) => expect(singular(many)).toBe(one));

test.each([
  ["address", "addresses", "an ending in -s"],
  ["quota", "quotas", "no Latin singular"],
  ["user_data", "user_data", "what is never counted"],
  ["policy", "policies", "the rules of English"],
])("many of %s are %s (%s)", (one, many, _why) => expect(plural(one)).toBe(many));

test.each([
  ["os-volume_types", "OS_volume-type", true, "signs, capitals and number aside"],
  ["volume", "volume_type", false, "another word"],
])("%s and %s say the same: %s (%s)", (a, b, same, _why) => expect(sameWord(a, b)).toBe(same));
