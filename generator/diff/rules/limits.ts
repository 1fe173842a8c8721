import type { SchemaObject } from "../../openapi/document.js";
import type { ChangeRecord, Direction, Found, Pair } from "../record.js";
import { answers, asks, box, text } from "./examples.js";

const name = (schema: SchemaObject) => box({ name: { ...text, ...schema } });
const [short, long] = [{ maxLength: 10 }, { maxLength: 20 }];

const pair = (direction: Direction, old: SchemaObject, now: SchemaObject): Pair =>
  direction === "request"
    ? { old: asks(name(old)), new: asks(name(now)) }
    : { old: answers(name(old)), new: answers(name(now)) };

const limit = ({ place, from, to }: Found) => `\`${place}\`: ${to} now, and ${from} before`;

export const requestTightened: ChangeRecord = {
  id: "request-limit-tightened",
  direction: "request",
  verdict: "breaking",
  mirror: "request-limit-loosened",
  why: "Some of what was sent is refused.",
  oasdiff: [
    "request-property-max-length-decreased",
    "request-property-max-decreased",
    "request-property-min-increased",
    "request-property-pattern-added",
    "request-parameter-max-decreased",
  ],
  message: limit,
  finds: pair("request", long, short),
  passes: pair("request", long, { ...long, description: "A name." }),
};

export const requestLoosened: ChangeRecord = {
  id: "request-limit-loosened",
  direction: "request",
  verdict: "addition",
  mirror: "request-limit-tightened",
  why: "A request may widen.",
  oasdiff: [
    "request-property-max-length-increased",
    "request-property-max-increased",
    "request-property-min-decreased",
    "request-property-pattern-removed",
    "request-parameter-max-increased",
  ],
  message: limit,
  finds: pair("request", short, long),
  passes: pair("request", { minLength: 0 }, {}),
};

export const answerLoosened: ChangeRecord = {
  id: "response-limit-loosened",
  direction: "answer",
  verdict: "breaking",
  mirror: "response-limit-tightened",
  why: "A program made room for less.",
  oasdiff: [
    "response-property-max-length-increased",
    "response-property-max-increased",
    "response-property-min-decreased",
  ],
  message: limit,
  finds: pair("answer", short, long),
  passes: pair("answer", { minLength: 0 }, {}),
};

export const answerTightened: ChangeRecord = {
  id: "response-limit-tightened",
  direction: "answer",
  verdict: "addition",
  mirror: "response-limit-loosened",
  why: "An answer may narrow.",
  oasdiff: [],
  message: limit,
  finds: pair("answer", long, short),
  passes: pair("answer", long, { ...long, description: "A name." }),
};

export const defaultChanged: ChangeRecord = {
  id: "request-default-changed",
  direction: "request",
  verdict: "breaking",
  mirror: "request-default-changed",
  why: "Who leaves it out gets something else.",
  oasdiff: ["request-property-default-value-changed", "request-parameter-default-value-changed"],
  message: ({ place, from, to }) => `\`${place}\`, left out, is ${to} now, and was ${from}`,
  finds: pair("request", { default: "a" }, { default: "b" }),
  passes: pair("request", { default: "a" }, { default: "a", description: "A name." }),
};

export const defaultSaid: ChangeRecord = {
  id: "default-said",
  direction: "both",
  verdict: "correction",
  mirror: "default-no-longer-said",
  why: "A member that may be left out always had some default; the docs name it now.",
  oasdiff: ["request-property-default-value-added", "request-parameter-default-value-added"],
  message: ({ place, to }) => `that \`${place}\`, left out, is ${to} is said now`,
  finds: pair("request", {}, { default: "a" }),
  passes: pair("request", { default: "a" }, { default: "b" }),
};

export const defaultNoLongerSaid: ChangeRecord = {
  id: "default-no-longer-said",
  direction: "both",
  verdict: "correction",
  mirror: "default-said",
  why: "A member that may be left out still has some default; the docs no longer name it.",
  oasdiff: ["request-property-default-value-removed", "request-parameter-default-value-removed"],
  message: ({ place, from }) => `that \`${place}\`, left out, is ${from} is no longer said`,
  finds: pair("request", { default: "a" }, {}),
  passes: pair("request", { default: "a" }, { default: "b" }),
};

export const limitRules: readonly ChangeRecord[] = [
  requestTightened,
  requestLoosened,
  answerLoosened,
  answerTightened,
  defaultChanged,
  defaultSaid,
  defaultNoLongerSaid,
];
