import type { SchemaObject } from "../../openapi/document.js";
import type { ChangeRecord, Direction, Pair } from "../record.js";
import { answers, asks, box, text } from "./examples.js";

const closed = (...values: readonly string[]): SchemaObject => ({ type: "string", enum: values });
/** What restanza writes for values that are listed where others may come. */
const open = (...values: readonly string[]): SchemaObject => ({ anyOf: [closed(...values), text] });
const colour = (schema: SchemaObject) => box({ colour: schema });

const pair = (direction: Direction, old: SchemaObject, now: SchemaObject): Pair =>
  direction === "request"
    ? { old: asks(colour(old)), new: asks(colour(now)) }
    : { old: answers(colour(old)), new: answers(colour(now)) };

const [red, both] = [closed("red"), closed("red", "blue")];
const turned = closed("blue", "red");

export const requestValueRemoved: ChangeRecord = {
  id: "request-enum-value-removed",
  direction: "request",
  verdict: "breaking",
  mirror: "request-enum-value-added",
  why: "Who sends it is refused.",
  oasdiff: ["request-property-enum-value-removed", "request-parameter-enum-value-removed"],
  message: ({ place, from }) => `\`${place}\` may no longer be ${from}`,
  finds: pair("request", both, red),
  passes: pair("request", both, turned),
};

export const requestValueAdded: ChangeRecord = {
  id: "request-enum-value-added",
  direction: "request",
  verdict: "addition",
  mirror: "request-enum-value-removed",
  why: "A request may widen.",
  oasdiff: ["request-property-enum-value-added", "request-parameter-enum-value-added"],
  message: ({ place, to }) => `\`${place}\` may be ${to}, too`,
  finds: pair("request", red, both),
  passes: pair("request", both, turned),
};

export const answerValueAdded: ChangeRecord = {
  id: "response-enum-value-added",
  direction: "answer",
  verdict: "breaking",
  mirror: ["response-enum-value-removed", "response-known-value-removed"],
  why: "The list was closed: a program that knows all its values gets another. Values of an open list may always come.",
  oasdiff: ["response-property-enum-value-added"],
  message: ({ place, to }) => `\`${place}\` may be ${to}, too`,
  finds: pair("answer", red, both),
  passes: pair("answer", open("red"), open("red", "blue")),
};

export const answerValueRemoved: ChangeRecord = {
  id: "response-enum-value-removed",
  direction: "answer",
  verdict: "addition",
  mirror: ["response-enum-value-added", "known-value-added"],
  why: "An answer may narrow.",
  oasdiff: ["response-property-enum-value-removed"],
  message: ({ place, from }) => `\`${place}\` is no longer ${from}`,
  finds: pair("answer", both, red),
  passes: pair("answer", both, turned),
};

export const requestBecameEnum: ChangeRecord = {
  id: "request-became-enum",
  direction: "request",
  verdict: "breaking",
  mirror: "request-enum-lifted",
  why: "All other values are refused.",
  oasdiff: ["request-property-became-enum", "request-parameter-became-enum"],
  message: ({ place, to }) => `\`${place}\` must be one of ${to} now`,
  finds: pair("request", text, both),
  passes: pair("request", open("red", "blue"), both),
};

export const requestEnumLifted: ChangeRecord = {
  id: "request-enum-lifted",
  direction: "request",
  verdict: "addition",
  mirror: "request-became-enum",
  why: "A request may widen.",
  oasdiff: [],
  message: ({ place, from }) => `\`${place}\` may be another than ${from} now`,
  finds: pair("request", both, text),
  passes: pair("request", both, open("red", "blue")),
};

export const answerEnumLifted: ChangeRecord = {
  id: "response-enum-lifted",
  direction: "answer",
  verdict: "breaking",
  mirror: "response-became-enum",
  why: "The list was closed: a program that knows all its values gets others.",
  oasdiff: [],
  message: ({ place, from }) => `\`${place}\` may be another than ${from} now`,
  finds: pair("answer", both, text),
  passes: pair("answer", both, open("red", "blue")),
};

export const answerBecameEnum: ChangeRecord = {
  id: "response-became-enum",
  direction: "answer",
  verdict: "addition",
  mirror: "response-enum-lifted",
  why: "An answer may narrow.",
  oasdiff: [],
  message: ({ place, to }) => `\`${place}\` is always one of ${to} now`,
  finds: pair("answer", text, both),
  passes: pair("answer", open("red", "blue"), both),
};

export const requestKnownRemoved: ChangeRecord = {
  id: "request-known-value-removed",
  direction: "request",
  verdict: "breaking",
  mirror: "known-value-added",
  why: "The docs promised that it is taken, and take that back; that other values may be taken as well promises nothing of this one.",
  oasdiff: [],
  message: ({ place, from }) => `the docs no longer list ${from} among the values of \`${place}\``,
  finds: pair("request", open("red", "blue"), open("red")),
  passes: pair("request", open("red", "blue"), open("blue", "red")),
};

export const answerKnownRemoved: ChangeRecord = {
  id: "response-known-value-removed",
  direction: "answer",
  verdict: "correction",
  mirror: ["known-value-added", "response-enum-value-added"],
  why: "The list was open: nobody was promised that the value comes, nor that no other does.",
  oasdiff: [],
  message: ({ place, from }) => `the docs no longer list ${from} among the values of \`${place}\``,
  finds: pair("answer", open("red", "blue"), open("red")),
  passes: pair("answer", open("red", "blue"), open("blue", "red")),
};

export const knownAdded: ChangeRecord = {
  id: "known-value-added",
  direction: "both",
  verdict: "addition",
  mirror: [
    "response-known-value-removed",
    "request-known-value-removed",
    "response-enum-value-removed",
  ],
  why: "The list was open: other values could always come.",
  oasdiff: [],
  message: ({ place, to }) => `the docs list ${to} among the values of \`${place}\` now`,
  finds: pair("answer", open("red"), open("red", "blue")),
  passes: pair("answer", red, open("red")),
};

export const listOpened: ChangeRecord = {
  id: "enum-opened-or-closed",
  direction: "both",
  verdict: "correction",
  mirror: "enum-opened-or-closed",
  why: "The same values are listed; whether others may come was worked out from the words around them.",
  oasdiff: [],
  message: ({ place, from, to }) =>
    `the list of values of \`${place}\` is ${to} by its words now, and was ${from}`,
  finds: pair("answer", both, open("red", "blue")),
  passes: pair("answer", both, turned),
};

export const valuesListed: ChangeRecord = {
  id: "known-values-listed",
  direction: "both",
  verdict: "correction",
  mirror: "known-values-no-longer-listed",
  why: "Every value is taken, and may come, as before.",
  oasdiff: [],
  message: ({ place, to }) => `the docs list values of \`${place}\` now: ${to}`,
  finds: pair("answer", text, open("red")),
  passes: pair("answer", text, text),
};

export const valuesNoLongerListed: ChangeRecord = {
  id: "known-values-no-longer-listed",
  direction: "both",
  verdict: "correction",
  mirror: "known-values-listed",
  why: "Every value is taken, and may come, as before.",
  oasdiff: [],
  message: ({ place, from }) => `the docs no longer list values of \`${place}\`: ${from}`,
  finds: pair("answer", open("red"), text),
  passes: pair("answer", open("red"), { anyOf: [text, closed("red")] }),
};

export const valueRules: readonly ChangeRecord[] = [
  requestValueRemoved,
  requestValueAdded,
  answerValueAdded,
  answerValueRemoved,
  requestBecameEnum,
  requestEnumLifted,
  answerEnumLifted,
  answerBecameEnum,
  requestKnownRemoved,
  answerKnownRemoved,
  knownAdded,
  listOpened,
  valuesListed,
  valuesNoLongerListed,
];
