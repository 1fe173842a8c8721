import type { OpenApiDocument } from "../../openapi/document.js";
import type { ChangeRecord } from "../record.js";
import { answers, asks, box, gives, service, text } from "./examples.js";

const body = box({ name: text });
const without = service({ "/boxes": { post: { operationId: "createBox" } } });
const optional = asks(body, { required: false });

function asked(mediaType: string): OpenApiDocument {
  const requestBody = { required: true, content: { [mediaType]: { schema: text } } };
  return service({ "/boxes": { post: { operationId: "createBox", requestBody } } });
}

const given = (mediaType: string) => gives({ content: { [mediaType]: { schema: text } } });

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

export const requestMediaTypeChanged: ChangeRecord = {
  id: "request-media-type-changed",
  direction: "request",
  verdict: "breaking",
  mirror: "request-media-type-changed",
  why: "What is sent in the form of before is not understood.",
  oasdiff: ["request-body-media-type-removed"],
  message: ({ from, to }) => `the body is ${to} now, and was ${from}`,
  finds: { old: asked("text/plain"), new: asked("text/csv") },
  passes: { old: asked("text/plain"), new: asked("text/plain; charset=utf-8") },
};

export const answerMediaTypeChanged: ChangeRecord = {
  id: "response-media-type-changed",
  direction: "answer",
  verdict: "breaking",
  mirror: "response-media-type-changed",
  why: "A program reads it in the form of before.",
  oasdiff: ["response-media-type-removed"],
  message: ({ place, from, to }) => `the answer ${place} is ${to} now, and was ${from}`,
  finds: { old: given("text/plain"), new: given("text/csv") },
  passes: { old: given("text/plain"), new: given("text/plain; charset=utf-8") },
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

export const bodyRules: readonly ChangeRecord[] = [
  requestBodyRemoved,
  requestBodyAdded,
  requiredBodyAdded,
  requestBodyBecameRequired,
  requestBodyBecameOptional,
  requestMediaTypeChanged,
  answerMediaTypeChanged,
  answerBodyRemoved,
  answerBodyAdded,
];
