import { describe, expect, test } from "vitest";
import {
  isJoined,
  isRepeated,
  saysRepeated,
  showsRepeated,
} from "../../generator/infer/words/values/repeated.js";
import { operationsOf } from "./docs.js";

describe("prose that says a parameter may be given several times", () => {
  test.each<[string, string]>([
    // prose                                                             why
    ["``lid`` parameter can be specified multiple times.", "specified multiple times"],
    ["Multiple values may be given by repeating the parameter.", "by repeating"],
    ["It may appear multiple times in the query string.", "appears"],
    ["Multiple ``lid`` parameters are allowed.", "several of a name"],
    ["This can be specified more than once to filter by several lids.", "more than once"],
    ["Use this filter multiple times to filter by multiple lids.", "told to"],
    ["You can use this filter multiple times to filter by multiple lids.", "allowed to"],
    ["Filters by a lid. May be repeated, but all of them have to fit.", "may be repeated"],
    ["From version 1.39 on the ``lid`` query parameter can be repeated.", "of a version"],
    ["The parameter may also be given several times.", "given several times"],
    ["It can be passed any number of times.", "any number of times"],
    ["It can be used one or more times.", "one or more times"],
    ["Repeat the parameter for each lid.", "repeat the parameter"],
    [
      "You can specify multiple pairs of sort key and sort direction query parameters.",
      "pairs of parameters",
    ],
    ["The lid may\nbe given\nseveral times.", "over several lines"],
  ])("%s", (prose) => {
    expect(saysRepeated(prose)).toBe(true);
  });

  test.each<[string, string]>([
    ["The lid cannot be specified multiple times.", "forbidden"],
    ["The lid must not be given more than once.", "forbidden, too"],
    ["It can be given only once, not several times.", "only once"],
    ["Shows boxes that were opened more than once.", "not about the parameter"],
    ["Filters by one or more lids. Separate multiple lids with commas.", "one text with commas"],
    ["You can also set multiple sort keys and directions.", "does not say how"],
    ["How many times the box may be opened.", "a number of times"],
    ["", "nothing"],
  ])("not: %s", (prose) => {
    expect(saysRepeated(prose)).toBe(false);
  });
});

describe("query strings that have a name twice", () => {
  test.each<[string, string, boolean, string]>([
    // name   text                                          twice  why
    ["lid", "as in ``lid=red&lid=blue``", true, "in a literal"],
    ["lid", "GET /boxes?lid=red&lid=blue", true, "in a URL"],
    ["lid", "GET /boxes?limit=2&lid=red&size=3&lid=blue", true, "with others between"],
    ["lid", "curl 'http://a/boxes?lid=red&lid=blue'", true, "in a command"],
    ["lid", "lid=red lid=blue", false, "two examples of one each"],
    ["lid", "GET /boxes?lid=red, GET /boxes?lid=blue", false, "two URLs"],
    ["id", "lid=red&lid=blue", false, "a part of the name"],
    ["lid", "lid=red&size=3", false, "once"],
  ])("%s in %s: %s", (name, text, twice) => {
    expect(showsRepeated(name, text)).toBe(twice);
  });
});

describe("what an operation shows of a parameter", () => {
  const entries = { lid: { in: "query", says: "Filters by a lid." } };
  test.each<
    [string, { readonly call?: string; readonly says?: string; readonly remark?: string }, boolean]
  >([
    ["twice in its URL", { call: "GET /boxes?lid={lid}&lid={lid}" }, true],
    ["a list in its URL, as RFC 6570 writes it", { call: "GET /boxes{?lid*}" }, true],
    ["twice in its description", { says: "Use ``?lid=red&lid=blue``." }, true],
    [
      "twice in its text below a heading",
      { remark: "For example ``GET /boxes?lid=red&lid=blue``." },
      true,
    ],
    ["once in its URL", { call: "GET /boxes?lid={lid}" }, false],
  ])("%s", (_, written, repeated) => {
    const [operation] = operationsOf(entries, { call: "GET /boxes", request: "lid", ...written });
    const rows = operation?.request.flatMap((list) => list.rows) ?? [];
    expect(operation && isRepeated(rows, operation)).toBe(repeated);
  });
});

test.each(["\\", "a", "a=", "a=b&", "<a=", "?a="])(
  "gets through a text of nothing but %j",
  (piece) => {
    expect(showsRepeated("x", piece.repeat(100_000))).toBe(false);
    expect(isJoined("x", piece.repeat(100_000))).toBe(false);
  },
);
