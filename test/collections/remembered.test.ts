import { expect, test } from "vitest";
import { Remembered, RememberedBy, rememberingOf } from "../../generator/collections/remembered.js";

/** Counts how often something is made, which is all that remembering spares. */
function counting() {
  const made: string[] = [];
  const make = (word: string) => {
    made.push(word);
    return { word };
  };
  return { made, make };
}

test("what was made of an object is taken over while all that was asked is answered as before", () => {
  const { made, make } = counting();
  const known = new Remembered<{ readonly word: string }>();
  const object = {};
  const names = new Map([["box", "Box"]]);
  const asked = { nameOf: (key: string) => names.get(key) ?? "" };
  const ask = () => known.of(object, asked, ({ nameOf }) => make(nameOf("box")));

  const first = ask();
  names.set("lid", "Lid");
  expect(ask()).toBe(first);
  names.set("box", "Case");
  expect(ask()).toEqual({ word: "Case" });
  expect(known.of({}, asked, ({ nameOf }) => make(nameOf("lid")))).toEqual({ word: "Lid" });
  expect(made).toEqual(["Box", "Case", "Lid"]);
});

test("what is asked inside of what is remembered is asked of the outer one as well", () => {
  const { made, make } = counting();
  const [inner, outer] = [new Remembered<string>(), new Remembered<{ readonly word: string }>()];
  const objects = [{}, {}] as const;
  let name = "one";
  const asked = { name: () => name };
  const ask = () =>
    outer.of(objects[0], asked, (recorded) =>
      make(inner.of(objects[1], recorded, ({ name: word }) => word())),
    );
  inner.of(objects[1], asked, ({ name: word }) => word());

  ask();
  name = "two";
  expect(ask()).toEqual({ word: "two" });
  expect(made).toEqual(["one", "two"]);
});

test("what has causes is made anew with another one, with more of them, and with fewer", () => {
  const { made, make } = counting();
  const known = new RememberedBy<unknown>();
  const object = {};
  const cause = {};
  for (const causes of [[cause, "a"], [cause, "a"], [cause, "b"], [cause], [{}], [cause, "a"]])
    known.of(object, causes, () => make(String(causes.length)));
  expect(made).toEqual(["2", "2", "1", "1", "2"]);
});

test("of what is no object nothing is kept: a schema may be true or false", () => {
  const { made, make } = counting();
  const answer = rememberingOf((schema: object) => make(String(schema)));
  const no = JSON.parse("false");
  const box = {};
  for (const schema of [no, no, box, box]) answer(schema);
  new RememberedBy().of(no, [], () => make("by"));
  new Remembered().of(no, {}, () => make("asked"));
  expect(made).toEqual(["false", "false", "[object Object]", "by", "asked"]);
});
