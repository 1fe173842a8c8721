import { expect, test } from "vitest";
import { KnownAnswers, sameAsBefore } from "../../generator/collections/known-answers.js";

const given = { of: "the question" };

test.each([
  // next run gives, why, made again
  [[given, 1], "the very same", false],
  [[{ ...given }, 1], "equal, and another object", true],
  [[given, 2], "another value", true],
  [[given], "less", true],
  [[given, 1, 1], "more", true],
])("an answer stands while it is made from the very same: %j (%s)", (next, _why, isMade) => {
  const first = new KnownAnswers();
  const answer = first.of("size", "box", [given, 1], () => ({ size: 1 }));

  const again = new KnownAnswers(first.after).of("size", "box", next, () => ({ size: 1 }));

  expect(again !== answer).toBe(isMade);
});

test("what nobody asked for is forgotten", () => {
  const first = new KnownAnswers();
  first.of("size", "box", [], () => 1);
  first.of("size", "lid", [], () => 2);
  const second = new KnownAnswers(first.after);
  expect(second.of("size", "lid", [], () => 3)).toBe(2);

  const third = new KnownAnswers(second.after);

  expect(third.of("size", "box", [], () => 4)).toBe(4);
  expect(third.of("size", "lid", [], () => 5)).toBe(2);
});

test("an answer stands while all that was asked on the way is answered as it was", () => {
  const docs = (known: readonly string[]) => ({ has: (name: string) => known.includes(name) });
  const ask = (answers: KnownAnswers, of: ReturnType<typeof docs>) =>
    answers.ofAsking("lid", "box", [], of, (asked) => ({ lid: asked.has("lid") }));
  const first = new KnownAnswers();
  const answer = ask(first, docs(["lid"]));

  const second = new KnownAnswers(first.after);
  expect(ask(second, docs(["lid", "other"]))).toBe(answer);
  expect(ask(new KnownAnswers(second.after), docs(["other"]))).toEqual({ lid: false });
});

test.each([
  // before, now, what of it is as it was
  [{ a: { b: 1 }, c: [1] }, { a: { b: 1 }, c: [1] }, [[]]],
  [{ a: { b: 1 }, c: [1] }, { a: { b: 1 }, c: [2] }, [["a"]]],
  [{ a: 1, b: 2 }, { b: 2, a: 1 }, []],
  [[{ a: 1 }, { a: 2 }], [{ a: 1 }], [[0]]],
  [{ a: { b: 1 } }, { a: { b: 1, c: undefined } }, []],
  [{ a: [1] }, { a: { 0: 1 } }, []],
])("of %j and %j is the same: %j", (before, now, same) => {
  const at = (value: unknown, path: readonly (string | number)[]): unknown =>
    path.reduce((here: unknown, key) => Reflect.get(Object(here), key), value);
  const shared = sameAsBefore<unknown>(before, now);

  expect(JSON.stringify(shared)).toBe(JSON.stringify(now));
  expect(Object.is(shared, before)).toBe(same.some((path) => path.length === 0));
  for (const path of same) expect(at(shared, path)).toBe(at(before, path));
});

test("a member that is called __proto__ is one, and what is no plain data is left alone", () => {
  const parse = (): unknown => JSON.parse('{"__proto__": {"a": 1}, "b": 2}');
  const set = { of: new Set([1]) };

  expect(sameAsBefore(parse(), parse())).toEqual(parse());
  expect(Object.keys(sameAsBefore({}, parse()) as object)).toEqual(["__proto__", "b"]);
  expect(sameAsBefore({ of: new Set([1]) }, set)).toEqual(set);
  expect(Object.is(sameAsBefore({ of: new Set([1]) }, set).of, set.of)).toBe(true);
});
