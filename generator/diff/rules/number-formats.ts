import type { SchemaObject } from "../../openapi/document.js";
import type { ChangeRecord } from "../record.js";
import { answers, asks, box } from "./examples.js";

const count = (format?: string): SchemaObject => ({ type: "integer", ...(format && { format }) });
const share = (format?: string): SchemaObject => ({ type: "number", ...(format && { format }) });

function pair(way: "request" | "answer", old: SchemaObject, now: SchemaObject) {
  const of = (schema: SchemaObject) =>
    way === "request" ? asks(box({ size: schema })) : answers(box({ size: schema }));
  return { old: of(old), new: of(now) };
}

export const requestNumberNarrowed: ChangeRecord = {
  id: "request-number-format-narrowed",
  direction: "request",
  verdict: "breaking",
  mirror: "request-number-format-widened",
  why: "Numbers that were sent do not fit any more (OpenAPI 3.1, Data Types: int32 has 32 bits, int64 has 64).",
  oasdiff: ["request-property-type-changed", "request-parameter-type-changed"],
  message: ({ place, from, to }) => `\`${place}\` takes only ${to} now, and took ${from}`,
  finds: pair("request", count("int64"), count("int32")),
  passes: pair("request", count("int32"), count("int64")),
};

export const requestNumberWidened: ChangeRecord = {
  id: "request-number-format-widened",
  direction: "request",
  verdict: "addition",
  mirror: "request-number-format-narrowed",
  why: "A request may widen: numbers that were sent still fit.",
  oasdiff: ["request-property-type-generalized", "request-parameter-type-generalized"],
  message: ({ place, from, to }) => `\`${place}\` takes ${to} now, and took only ${from}`,
  finds: pair("request", share("float"), share("double")),
  passes: pair("request", share("double"), share("double")),
};

export const answerNumberWidened: ChangeRecord = {
  id: "response-number-format-widened",
  direction: "answer",
  verdict: "breaking",
  mirror: "response-number-format-narrowed",
  why: "A program made room for less: where types have sizes (Java, Go, C), a number overflows, or loses its last digits. It is what a lifted limit is.",
  oasdiff: ["response-property-type-changed"],
  message: ({ place, from, to }) => `\`${place}\` is ${to} in the answer now, and was ${from}`,
  finds: pair("answer", count("int32"), count("int64")),
  passes: pair("answer", count("int64"), count("int32")),
};

export const answerNumberNarrowed: ChangeRecord = {
  id: "response-number-format-narrowed",
  direction: "answer",
  verdict: "addition",
  mirror: "response-number-format-widened",
  why: "An answer may narrow: programs have room for it.",
  oasdiff: ["response-property-type-changed"],
  message: ({ place, from, to }) => `\`${place}\` is ${to} in the answer now, and was ${from}`,
  finds: pair("answer", share("double"), share("float")),
  passes: pair("answer", share("float"), share("float")),
};

export const numberFormatChanged: ChangeRecord = {
  id: "number-format-changed",
  direction: "both",
  verdict: "unknown",
  mirror: "number-format-changed",
  why: "Neither holds all numbers of the other, or it is not known which they hold: whether other numbers are taken, or come, only the service's code could tell.",
  oasdiff: [],
  message: ({ place, from, to }) => `the format of \`${place}\` is ${to} now, and was ${from}`,
  finds: pair("answer", share("double"), share("decimal")),
  passes: pair("answer", { type: "string", format: "double" }, { type: "string" }),
};

export const numberFormatSaid: ChangeRecord = {
  id: "number-format-said",
  direction: "both",
  verdict: "correction",
  mirror: "number-format-no-longer-said",
  why: "OLD did not say how large its numbers are. What is to be refused has a limit (`maximum`), which is told of for itself.",
  oasdiff: [],
  message: ({ place, to }) => `the format of \`${place}\`, ${to}, is said now`,
  finds: pair("answer", count(), count("int64")),
  passes: pair("answer", count(), { ...count(), title: "Size" }),
};

export const numberFormatLost: ChangeRecord = {
  id: "number-format-no-longer-said",
  direction: "both",
  verdict: "unknown",
  mirror: "number-format-said",
  why: "NEW does not say how large its numbers are: whether they are larger than before, only the service's code could tell.",
  oasdiff: [],
  message: ({ place, from }) => `the format of \`${place}\`, ${from} before, is no longer said`,
  finds: pair("answer", count("int32"), count()),
  passes: pair("answer", count(), count("int32")),
};

export const numberFormatRules: readonly ChangeRecord[] = [
  requestNumberNarrowed,
  requestNumberWidened,
  answerNumberWidened,
  answerNumberNarrowed,
  numberFormatChanged,
  numberFormatSaid,
  numberFormatLost,
];
