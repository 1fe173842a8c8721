import { code, memberName, type Text } from "../text.js";
import { type Doc, group, indent, line, type Safe } from "./doc.js";
import { list } from "./lists.js";

/** A value to print: code as it stands, an object, a list, what a function makes of one, or one of a type. */
export type Value = Safe | Items | Entries | Called | Asserted;
/** `VALUE as TYPE`. */
export interface Asserted {
  readonly value: Value;
  readonly as: Text<"code">;
}
export interface Called {
  readonly call: Text<"code">;
  readonly argument: Value;
}
export interface Items {
  readonly items: readonly Value[];
}
export interface Entries {
  readonly members: readonly (readonly [key: Text<"literal"> | Text<"code">, value: Value])[];
}

/** Members of an object by name; those without a value are left out. */
export function object(members: Readonly<Record<string, Value | undefined>>): Entries {
  return {
    members: Object.entries(members).flatMap(([name, value]) =>
      value === undefined ? [] : [[memberName(name), value] as const],
    ),
  };
}

/** A name that is shorter stays with its text (Prettier, "assignment": tabWidth and 3). */
const shortKey = 5;

/** The value on one line, else a member or an item a line. */
export function valueDoc(value: Value): Doc<Safe> {
  if (typeof value === "string") return value;
  // What is too long inside its brackets opens there.
  if ("call" in value) return [code`${value.call}(`, valueDoc(value.argument), code`)`];
  if ("as" in value) return [valueDoc(value.value), code` as ${value.as}`];
  if ("items" in value) return list(code`[`, value.items.map(valueDoc), code`]`);
  const members = value.members.map(([key, each]): Doc<Safe> => {
    // `{ message }`, as people write it.
    const isShort = typeof each === "string" && `${key}` === `${each}`;
    if (isShort) return key;
    // A text that is too long for the line of its name has the next, where that gains something.
    return typeof each === "string" && /^["']/.test(each) && key.length >= shortKey
      ? group([key, code`:`, indent([line, each])])
      : [key, code`: `, valueDoc(each)];
  });
  return list(code`{`, members, code`}`, true);
}
