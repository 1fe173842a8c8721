import { canonicalJson } from "../../openapi/canonical.js";
import type { Difference, Way } from "../difference.js";
import {
  answerLoosened,
  answerTightened,
  requestLoosened,
  requestTightened,
} from "../rules/limits.js";
import { limitWords, type Shape } from "./shape.js";
import { valueWords } from "./words.js";

/** What is different about the limits of the values of one place. */
export function compareLimits(old: Shape, now: Shape, way: Way): readonly Difference[] {
  const found = [...new Set([...old.limits.keys(), ...now.limits.keys()])].flatMap(
    (name): readonly Difference[] => {
      const [before, after] = [old.limits.get(name), now.limits.get(name)];
      if (canonicalJson(before) === canonicalJson(after)) return [];
      const tight = isTightened(name, before, after, way);
      const record = recordOf(way, tight);
      return [
        { record, keys: [], from: worded(name, before), to: worded(name, after), about: name },
      ];
    },
  );
  if (old.closed === now.closed) return found;
  const [from, to] = old.closed
    ? ["no other members", "other members, too,"]
    : ["other members, too,", "no other members"];
  return [...found, { record: recordOf(way, now.closed), keys: [], from, to, about: "closed" }];
}

function recordOf(way: Way, tight: boolean): Difference["record"] {
  if (way === "request") return tight ? requestTightened : requestLoosened;
  return tight ? answerTightened : answerLoosened;
}

/** Of what cannot be compared, such as two patterns, the worse is taken. */
function isTightened(name: string, before: unknown, after: unknown, way: Way): boolean {
  if (before === undefined || after === undefined) return before === undefined;
  const numbers = typeof before === "number" && typeof after === "number";
  if (numbers && limitWords.lower.includes(name)) return after > before;
  if (numbers && limitWords.upper.includes(name)) return after < before;
  return way === "request";
}

function worded(name: string, value: unknown): string {
  return value === undefined ? `no ${name}` : `${name} ${valueWords(value)}`;
}
