import { canonicalJson } from "../../openapi/canonical.js";
import type { Difference, Way } from "../difference.js";
import {
  answerBecameEnum,
  answerEnumLifted,
  answerKnownRemoved,
  answerValueAdded,
  answerValueRemoved,
  knownAdded,
  listOpened,
  requestBecameEnum,
  requestEnumLifted,
  requestKnownRemoved,
  requestValueAdded,
  requestValueRemoved,
  valuesListed,
  valuesNoLongerListed,
} from "../rules/values.js";
import { descriptionOf, type Shape } from "./shape.js";
import { listWords, valueWords } from "./words.js";

/** What is different about the values that are listed for one place. */
export function compareListed(old: Shape, now: Shape, way: Way): readonly Difference[] {
  const [before, after] = [listed(old), listed(now)];
  const shapes = { old, new: now };
  const one = (record: Difference["record"], value: unknown): Difference => {
    const words = valueWords(value);
    return { record, keys: [], from: words, to: words, about: canonicalJson(value), shapes };
  };
  if (before === undefined || after === undefined) {
    const only = before ?? after;
    if (only === undefined) return [];
    const missing = after === undefined ? noLongerNamed(only.list, old, now) : [];
    if (missing.length > 0)
      return missing.map((value) => one(goneRecord(way, only.open, only.open), value));
    const words = listWords(only.list);
    const record = wholeRecord(only.open, after !== undefined, way);
    return [{ record, keys: [], from: words, to: words, about: "list", shapes }];
  }
  const opened: readonly Difference[] =
    before.open === after.open
      ? []
      : [
          {
            record: listOpened,
            keys: [],
            from: before.open ? "open" : "closed",
            to: after.open ? "open" : "closed",
          },
        ];
  const gone = before.list.filter((value) => !has(after.list, value));
  const come = after.list.filter((value) => !has(before.list, value));
  return [
    ...opened,
    ...gone.map((value) => one(goneRecord(way, before.open, after.open), value)),
    ...come.map((value) => one(comeRecord(way, before.open), value)),
  ];
}

/** Null is told of for itself. */
function listed({ values }: Shape): Shape["values"] {
  const list = values?.list.filter((value) => value !== null) ?? [];
  return values && list.length > 0 ? { ...values, list } : undefined;
}

function has(list: readonly unknown[], value: unknown): boolean {
  const text = canonicalJson(value);
  return list.some((one) => canonicalJson(one) === text);
}

function wholeRecord(open: boolean, come: boolean, way: Way): Difference["record"] {
  if (open) return come ? valuesListed : valuesNoLongerListed;
  if (way === "request") return come ? requestBecameEnum : requestEnumLifted;
  return come ? answerBecameEnum : answerEnumLifted;
}

/**
 * One or two values in words are no list that is read as one: where NEW's words still name some of
 * the values of OLD, the others are gone, and not the list.
 */
function noLongerNamed(list: readonly unknown[], old: Shape, now: Shape): readonly unknown[] {
  const names = (words: string, value: unknown): boolean =>
    new RegExp(`(?<![\\w-])${escaped(String(value))}(?![\\w-])`).test(words);
  if (!list.every((value) => names(descriptionOf(old), value))) return [];
  const missing = list.filter((value) => !names(descriptionOf(now), value));
  return missing.length === list.length ? [] : missing;
}

function escaped(words: string): string {
  return words.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** A request is refused by the list of NEW; an answer was promised by that of OLD. */
function goneRecord(way: Way, wasOpen: boolean, isOpen: boolean): Difference["record"] {
  if (way === "request") return isOpen ? requestKnownRemoved : requestValueRemoved;
  return wasOpen ? answerKnownRemoved : answerValueRemoved;
}

function comeRecord(way: Way, wasOpen: boolean): Difference["record"] {
  if (wasOpen) return knownAdded;
  return way === "request" ? requestValueAdded : answerValueAdded;
}
