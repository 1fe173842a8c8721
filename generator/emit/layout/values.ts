import { code, memberName, type Text } from "../text.js";
import { type Doc, type Safe } from "./doc.js";
import { list } from "./lists.js";

/** A value to print: code as it stands, an object, a list, or what a function makes of one. */
export type Value = Safe | Items | Entries | Called;
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

/** The value on one line, else a member or an item a line. */
export function valueDoc(value: Value): Doc<Safe> {
  if (typeof value === "string") return value;
  // What is too long inside its brackets opens there.
  if ("call" in value) return [code`${value.call}(`, valueDoc(value.argument), code`)`];
  if ("items" in value) return list(code`[`, value.items.map(valueDoc), code`]`);
  const members = value.members.map(([key, each]): Doc<Safe> => {
    // `{ message }`, as people write it.
    const isShort = typeof each === "string" && `${key}` === `${each}`;
    return isShort ? key : [key, code`: `, valueDoc(each)];
  });
  return list(code`{`, members, code`}`, true);
}
