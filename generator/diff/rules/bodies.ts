import type { OpenApiDocument } from "../../openapi/document.js";
import type { ChangeRecord } from "../record.js";
import { answers, asks, box, gives, service, text } from "./examples.js";

const body = box({ name: text });
const without = service({ "/boxes": { post: { operationId: "createBox" } } });
const optional = asks(body, { required: false });

export const requestBodyRemoved: ChangeRecord = {
  id: "request-body-removed",
  direction: "request",
  verdict: "breaking",
  mirror: ["request-body-added", "required-request-body-added"],
  why: "What was sent is not listened to any more, or refused.",
  oasdiff: ["request-body-removed"],
  message: () => "it no longer takes a body",
  finds: { old: asks(body), new: without },
  passes: { old: asks(body), new: asks({ ...body, title: "Another name" }) },
};

export const requestBodyAdded: ChangeRecord = {
  id: "request-body-added",
  direction: "request",
  verdict: "addition",
  mirror: "request-body-removed",
  why: "It may be left out, as before.",
  oasdiff: ["request-body-added-optional"],
  message: () => "it takes a body now",
  finds: { old: without, new: optional },
  passes: { old: without, new: without },
};

export const requiredBodyAdded: ChangeRecord = {
  id: "required-request-body-added",
  direction: "request",
  verdict: "breaking",
  mirror: "request-body-removed",
  why: "Nobody sent one before, and without it the call is refused.",
  oasdiff: ["request-body-added-required"],
  message: () => "it asks for a body now",
  finds: { old: without, new: asks(body) },
  passes: { old: without, new: optional },
};

export const requestBodyBecameRequired: ChangeRecord = {
  id: "request-body-became-required",
  direction: "request",
  verdict: "breaking",
  mirror: "request-body-became-optional",
  why: "Who left it out is refused.",
  oasdiff: ["request-body-became-required"],
  message: () => "the body may no longer be left out",
  finds: { old: optional, new: asks(body) },
  passes: { old: optional, new: optional },
};

export const requestBodyBecameOptional: ChangeRecord = {
  id: "request-body-became-optional",
  direction: "request",
  verdict: "addition",
  mirror: "request-body-became-required",
  why: "Who sends it may go on.",
  oasdiff: ["request-body-became-optional"],
  message: () => "the body may be left out now",
  finds: { old: asks(body), new: optional },
  passes: { old: asks(body), new: asks(body) },
};

export const answerBodyRemoved: ChangeRecord = {
  id: "response-body-removed",
  direction: "answer",
  verdict: "breaking",
  mirror: "response-body-added",
  why: "A program reads what is not there any more.",
  oasdiff: [],
  message: ({ place }) => `the answer ${place} has no body any more`,
  finds: { old: answers(body), new: gives({}) },
  passes: { old: answers(body), new: answers({ ...body, title: "Another name" }) },
};

export const answerBodyAdded: ChangeRecord = {
  id: "response-body-added",
  direction: "answer",
  verdict: "addition",
  mirror: "response-body-removed",
  why: "Nobody read one before.",
  oasdiff: [],
  message: ({ place }) => `the answer ${place} has a body now`,
  finds: { old: gives({}), new: answers(body) },
  passes: { old: gives({}), new: gives({ description: "Fine" }) },
};

function formed(encoding: Readonly<Record<string, object>>): OpenApiDocument {
  const media = { schema: box({ a: text }), encoding };
  const requestBody = { required: true, content: { "multipart/form-data": media } };
  return service({ "/boxes": { post: { operationId: "createBox", requestBody } } });
}

export const writingChanged: ChangeRecord = {
  id: "writing-changed",
  direction: "both",
  verdict: "unknown",
  mirror: "writing-changed",
  why: "How parts of a form, or items of a stream, are written is said otherwise (`encoding`, `itemSchema`, `allowEmptyValue`). Nothing is made of these words, so it is only known that they differ.",
  oasdiff: [],
  message: ({ place }) => `how ${place} is written is said otherwise`,
  finds: { old: formed({ a: {} }), new: formed({ a: { contentType: "text/csv" } }) },
  passes: { old: formed({ a: {}, b: {} }), new: formed({ b: {}, a: {} }) },
};

export const bodyRules: readonly ChangeRecord[] = [
  requestBodyRemoved,
  requestBodyAdded,
  requiredBodyAdded,
  requestBodyBecameRequired,
  requestBodyBecameOptional,
  answerBodyRemoved,
  answerBodyAdded,
  writingChanged,
];
