import type { ChangeRecord } from "../record.js";
import { answers, box, lists, takes, text } from "./examples.js";

export const wordsChanged: ChangeRecord = {
  id: "words-changed",
  direction: "both",
  verdict: "correction",
  mirror: "words-changed",
  why: "The service is described in other words. Titles are not among them: they name what stands there.",
  oasdiff: [],
  message: ({ place }) => `${place} is described in other words`,
  finds: { old: takes({ name: "limit" }), new: takes({ name: "limit", description: "How many." }) },
  passes: { old: lists({ summary: "List Boxes" }), new: lists({ summary: "All Boxes" }) },
};

export const samplesChanged: ChangeRecord = {
  id: "samples-changed",
  direction: "both",
  verdict: "correction",
  mirror: "samples-changed",
  why: "Another sample shows the same: what it says of types is said beside it.",
  oasdiff: [],
  message: ({ place }) => `the samples of ${place} are others`,
  finds: {
    old: answers(box({ name: text }), [{ name: "a" }]),
    new: answers(box({ name: text }), [{ name: "b" }]),
  },
  passes: {
    old: answers(box({ name: text, lid: text }), [{ name: "a", lid: "b" }]),
    new: answers(box({ name: text, lid: text }), [{ lid: "b", name: "a" }]),
  },
};

export const deprecated: ChangeRecord = {
  id: "became-deprecated",
  direction: "both",
  verdict: "correction",
  mirror: "no-longer-deprecated",
  why: "It works as before; its docs say that it is on its way out.",
  oasdiff: ["request-parameter-deprecated", "request-property-deprecated"],
  message: ({ place }) => `${place} is deprecated now`,
  finds: { old: takes({ name: "limit" }), new: takes({ name: "limit", deprecated: true }) },
  passes: { old: takes({ name: "limit" }), new: takes({ name: "limit", deprecated: false }) },
};

export const notDeprecated: ChangeRecord = {
  id: "no-longer-deprecated",
  direction: "both",
  verdict: "correction",
  mirror: "became-deprecated",
  why: "It works as before; its docs no longer say that it is on its way out.",
  oasdiff: ["request-parameter-reactivated", "request-property-reactivated"],
  message: ({ place }) => `${place} is no longer deprecated`,
  finds: { old: takes({ name: "limit", deprecated: true }), new: takes({ name: "limit" }) },
  passes: { old: takes({ name: "limit" }), new: takes({ name: "limit", deprecated: false }) },
};

export const functionRenamed: ChangeRecord = {
  id: "client-function-renamed",
  direction: "both",
  verdict: "correction",
  mirror: "client-function-renamed",
  why: "The service is the same, so it is said only when it is asked for (`--names`): a program that calls the function of the generated client has to call it by its new name once that is generated anew.",
  oasdiff: ["api-operation-id-removed"],
  message: ({ from, to }) => `its function in the client is ${to} now, and was ${from}`,
  finds: { old: lists({ operationId: "listBoxes" }), new: lists({ operationId: "allBoxes" }) },
  passes: { old: lists({ summary: "List Boxes" }), new: lists({ summary: "Boxes" }) },
};

export const wordRules: readonly ChangeRecord[] = [
  wordsChanged,
  samplesChanged,
  deprecated,
  notDeprecated,
  functionRenamed,
];
