import type { SchemaObject } from "../../openapi/document.js";
import type { ChangeRecord, Direction, Found, Pair } from "../record.js";
import { answers, asks, box, count, text } from "./examples.js";

const either: SchemaObject = { type: ["string", "integer"] };
const orNull: SchemaObject = { type: ["string", "null"] };
const size = (schema: SchemaObject) => box({ size: schema });

const pair = (direction: Direction, old: SchemaObject, now: SchemaObject): Pair =>
  direction === "request"
    ? { old: asks(size(old)), new: asks(size(now)) }
    : { old: answers(size(old)), new: answers(size(now)) };

const was = ({ place, from, to }: Found) => `\`${place}\` is ${to} now, and was ${from}`;

export const requestTypeNarrowed: ChangeRecord = {
  id: "request-type-narrowed",
  direction: "request",
  verdict: "breaking",
  mirror: "request-type-widened",
  why: "Some of what was sent is refused.",
  oasdiff: ["request-property-type-changed", "request-parameter-type-changed"],
  message: was,
  finds: pair("request", either, text),
  passes: pair("request", either, { anyOf: [count, text] }),
};

export const requestTypeWidened: ChangeRecord = {
  id: "request-type-widened",
  direction: "request",
  verdict: "addition",
  mirror: "request-type-narrowed",
  why: "A request may widen: what was sent is still taken.",
  oasdiff: ["request-property-type-generalized", "request-parameter-type-generalized"],
  message: was,
  finds: pair("request", text, either),
  passes: pair("request", either, { type: ["integer", "string"] }),
};

export const requestTypeChanged: ChangeRecord = {
  id: "request-type-changed",
  direction: "request",
  verdict: "breaking",
  mirror: "request-type-changed",
  why: "What was sent is refused.",
  oasdiff: ["request-property-type-changed", "request-parameter-type-changed"],
  message: was,
  finds: pair("request", text, count),
  passes: pair("request", count, { type: "number" }),
};

export const answerTypeWidened: ChangeRecord = {
  id: "response-type-widened",
  direction: "answer",
  verdict: "breaking",
  mirror: "response-type-narrowed",
  why: "A program gets what it was not written for.",
  oasdiff: ["response-property-type-changed"],
  message: was,
  finds: pair("answer", text, either),
  passes: pair("answer", either, { anyOf: [count, text] }),
};

export const answerTypeNarrowed: ChangeRecord = {
  id: "response-type-narrowed",
  direction: "answer",
  verdict: "addition",
  mirror: "response-type-widened",
  why: "An answer may narrow: programs are ready for what comes.",
  oasdiff: [],
  message: was,
  finds: pair("answer", either, text),
  passes: pair("answer", either, { type: ["integer", "string"] }),
};

export const answerTypeChanged: ChangeRecord = {
  id: "response-type-changed",
  direction: "answer",
  verdict: "breaking",
  mirror: "response-type-changed",
  why: "A program gets what it was not written for. Where the samples of OLD show what NEW says, the docs alone were mended.",
  oasdiff: ["response-property-type-changed"],
  message: was,
  finds: pair("answer", text, count),
  passes: pair("answer", count, { type: "number" }),
};

export const requestBecameNullable: ChangeRecord = {
  id: "request-became-nullable",
  direction: "request",
  verdict: "addition",
  mirror: "request-became-not-nullable",
  why: "A request may widen.",
  oasdiff: ["request-property-became-nullable", "request-parameter-became-nullable"],
  message: ({ place }) => `\`${place}\` may be null now`,
  finds: pair("request", text, orNull),
  passes: pair("request", orNull, { anyOf: [text, { type: "null" }] }),
};

export const requestBecameNotNullable: ChangeRecord = {
  id: "request-became-not-nullable",
  direction: "request",
  verdict: "breaking",
  mirror: "request-became-nullable",
  why: "Who sends null is refused.",
  oasdiff: ["request-property-became-not-nullable", "request-parameter-became-not-nullable"],
  message: ({ place }) => `\`${place}\` may no longer be null`,
  finds: pair("request", orNull, text),
  passes: pair("request", orNull, { anyOf: [text, { type: "null" }] }),
};

export const answerBecameNullable: ChangeRecord = {
  id: "response-became-nullable",
  direction: "answer",
  verdict: "breaking",
  mirror: "response-became-not-nullable",
  why: "A program reads it without a look whether it is null.",
  oasdiff: ["response-property-became-nullable"],
  message: ({ place }) => `\`${place}\` may be null in the answer`,
  finds: pair("answer", text, orNull),
  passes: pair("answer", orNull, { anyOf: [text, { type: "null" }] }),
};

export const answerBecameNotNullable: ChangeRecord = {
  id: "response-became-not-nullable",
  direction: "answer",
  verdict: "addition",
  mirror: "response-became-nullable",
  why: "An answer may narrow.",
  oasdiff: ["response-property-became-not-nullable"],
  message: ({ place }) => `\`${place}\` is never null in the answer now`,
  finds: pair("answer", orNull, text),
  passes: pair("answer", orNull, { anyOf: [text, { type: "null" }] }),
};

/** A member of docs that say nothing of what it is: restanza writes an empty schema. */
const unsaid: SchemaObject = {};

export const typeLost: ChangeRecord = {
  id: "type-no-longer-said",
  direction: "both",
  verdict: "unknown",
  mirror: "type-said",
  why: "NEW says nothing of what it is. That need not be another type, and only the service's code could tell.",
  oasdiff: [],
  message: ({ place, from }) => `what \`${place}\` is, ${from} before, is no longer said`,
  finds: pair("answer", text, unsaid),
  passes: pair("answer", unsaid, { description: "Its size." }),
};

export const typeSaid: ChangeRecord = {
  id: "type-said",
  direction: "both",
  verdict: "correction",
  mirror: "type-no-longer-said",
  why: "OLD said nothing of what it is.",
  oasdiff: [],
  message: ({ place, to }) => `what \`${place}\` is, ${to}, is said now`,
  finds: pair("answer", unsaid, text),
  passes: pair("answer", text, { ...text, title: "Size" }),
};

export const formatChanged: ChangeRecord = {
  id: "format-changed",
  direction: "both",
  verdict: "correction",
  mirror: "format-changed",
  why: "A format describes a text and refuses none (JSON Schema 2020-12, Validation, section 7.2.1), and restanza takes it from samples and words.",
  oasdiff: [],
  message: ({ place, from, to }) => `the format of \`${place}\` is ${to} now, and was ${from}`,
  finds: pair("answer", text, { ...text, format: "uuid" }),
  passes: pair("answer", text, { ...text, description: "A UUID." }),
};

export const unclearChange: ChangeRecord = {
  id: "schema-changed",
  direction: "both",
  verdict: "unknown",
  mirror: "schema-changed",
  why: "The schemas differ in words that no other record speaks of, so nothing is claimed of them.",
  oasdiff: [],
  message: ({ place }) => `the schema of \`${place}\` is another, in a way that is not understood`,
  finds: pair("answer", text, { ...text, not: { const: "" } } as SchemaObject),
  passes: pair("answer", text, { ...text, title: "Size" }),
};

export const typeRules: readonly ChangeRecord[] = [
  requestTypeNarrowed,
  requestTypeWidened,
  requestTypeChanged,
  answerTypeWidened,
  answerTypeNarrowed,
  answerTypeChanged,
  requestBecameNullable,
  requestBecameNotNullable,
  answerBecameNullable,
  answerBecameNotNullable,
  typeLost,
  typeSaid,
  formatChanged,
  unclearChange,
];
