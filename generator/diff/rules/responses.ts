import type { ChangeRecord } from "../record.js";
import { answersWith, gives, text } from "./examples.js";

const header = (required: boolean) => gives({ headers: { "X-Page": { schema: text, required } } });

export const successRemoved: ChangeRecord = {
  id: "response-success-status-removed",
  direction: "answer",
  verdict: "breaking",
  mirror: "response-success-status-added",
  why: "A program waits for it.",
  oasdiff: ["response-success-status-removed"],
  message: ({ place }) => `it no longer answers ${place}`,
  finds: { old: answersWith("200", "202"), new: answersWith("200") },
  passes: { old: answersWith("200", "404"), new: answersWith("200") },
};

export const successAdded: ChangeRecord = {
  id: "response-success-status-added",
  direction: "answer",
  verdict: "breaking",
  mirror: "response-success-status-removed",
  why: "A program that waits for the successes that it knows gets another one, with another body or none.",
  oasdiff: ["response-success-status-added"],
  message: ({ place }) => `it may answer ${place} now`,
  finds: { old: answersWith("200"), new: answersWith("200", "202") },
  passes: { old: answersWith("2XX"), new: answersWith("202") },
};

export const successNamed: ChangeRecord = {
  id: "response-success-status-named",
  direction: "answer",
  verdict: "correction",
  mirror: "response-success-status-unnamed",
  why: "OLD did not say which success it is.",
  oasdiff: [],
  message: ({ place }) => `that it answers ${place} is said now`,
  finds: { old: answersWith("2XX"), new: answersWith("202") },
  passes: { old: answersWith("200"), new: answersWith("202") },
};

export const successUnnamed: ChangeRecord = {
  id: "response-success-status-unnamed",
  direction: "answer",
  verdict: "unknown",
  mirror: "response-success-status-named",
  why: "NEW no longer says which success it is: whether the service answers another one, only its code could tell.",
  oasdiff: [],
  message: ({ place }) => `that it answers ${place} is no longer said, nor any other success`,
  finds: { old: answersWith("202"), new: answersWith("2XX") },
  passes: { old: answersWith("202"), new: answersWith("200") },
};

export const errorRemoved: ChangeRecord = {
  id: "response-error-status-removed",
  direction: "answer",
  verdict: "addition",
  mirror: "response-error-status-added",
  why: "Programs handle an error that does not come.",
  oasdiff: ["response-non-success-status-removed"],
  message: ({ place }) => `it no longer answers ${place}`,
  finds: { old: answersWith("200", "409"), new: answersWith("200") },
  passes: { old: answersWith("200", "202"), new: answersWith("200") },
};

export const errorAdded: ChangeRecord = {
  id: "response-error-status-added",
  direction: "answer",
  verdict: "addition",
  mirror: "response-error-status-removed",
  why: "Every call may fail, and programs have to be ready for errors that no docs name.",
  oasdiff: ["response-non-success-status-added"],
  message: ({ place }) => `it may answer ${place} now`,
  finds: { old: answersWith("200"), new: answersWith("200", "409") },
  passes: { old: answersWith("200", "409"), new: answersWith("409", "200") },
};

export const headerRemoved: ChangeRecord = {
  id: "response-header-removed",
  direction: "answer",
  verdict: "breaking",
  mirror: "response-header-added",
  why: "A program reads what is not there any more.",
  oasdiff: ["required-response-header-removed", "optional-response-header-removed"],
  message: ({ place }) => `the answer no longer has the ${place}`,
  finds: { old: header(false), new: gives({}) },
  passes: { old: header(false), new: gives({ headers: { "x-page": { schema: text } } }) },
};

export const headerAdded: ChangeRecord = {
  id: "response-header-added",
  direction: "answer",
  verdict: "addition",
  mirror: "response-header-removed",
  why: "Programs ignore headers that they do not know.",
  oasdiff: ["response-header-added"],
  message: ({ place }) => `the answer has the ${place} now`,
  finds: { old: gives({}), new: header(false) },
  passes: { old: header(false), new: header(false) },
};

export const headerBecameOptional: ChangeRecord = {
  id: "response-header-became-optional",
  direction: "answer",
  verdict: "breaking",
  mirror: "response-header-became-required",
  why: "A program reads it without a look whether it is there.",
  oasdiff: ["response-header-became-optional"],
  message: ({ place }) => `the ${place} may be missing in the answer`,
  finds: { old: header(true), new: header(false) },
  passes: { old: header(true), new: header(true) },
};

export const headerBecameRequired: ChangeRecord = {
  id: "response-header-became-required",
  direction: "answer",
  verdict: "addition",
  mirror: "response-header-became-optional",
  why: "Programs that look whether it is there find it.",
  oasdiff: [],
  message: ({ place }) => `the ${place} is always in the answer now`,
  finds: { old: header(false), new: header(true) },
  passes: { old: header(false), new: header(false) },
};

export const responseRules: readonly ChangeRecord[] = [
  successRemoved,
  successAdded,
  successNamed,
  successUnnamed,
  errorRemoved,
  errorAdded,
  headerRemoved,
  headerAdded,
  headerBecameOptional,
  headerBecameRequired,
];
