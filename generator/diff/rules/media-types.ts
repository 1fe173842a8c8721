import type { OpenApiDocument, SchemaObject } from "../../openapi/document.js";
import type { ChangeRecord } from "../record.js";
import { box, count, gives, service, text } from "./examples.js";

function content(forms: readonly string[], schema: SchemaObject = text) {
  return Object.fromEntries(forms.map((form) => [form, { schema }]));
}

/** One operation that takes a body in these forms. */
function asked(...forms: readonly string[]): OpenApiDocument {
  const requestBody = { required: true, content: content(forms) };
  return service({ "/boxes": { post: { operationId: "createBox", requestBody } } });
}

/** One operation that answers in these forms. */
const given = (...forms: readonly string[]) => gives({ content: content(forms) });

const [json, xml, csv] = ["application/json", "application/xml", "text/csv"] as const;

export const requestMediaTypeChanged: ChangeRecord = {
  id: "request-media-type-changed",
  direction: "request",
  verdict: "breaking",
  mirror: "request-media-type-changed",
  why: "What is sent in the form of before is not understood.",
  oasdiff: ["request-body-media-type-removed"],
  message: ({ from, to }) => `the body is ${to} now, and was ${from}`,
  finds: { old: asked("text/plain"), new: asked(csv) },
  passes: { old: asked("text/plain"), new: asked("text/plain; charset=utf-8") },
};

export const requestMediaTypeRemoved: ChangeRecord = {
  id: "request-media-type-removed",
  direction: "request",
  verdict: "breaking",
  mirror: "request-media-type-added",
  why: "Who sends the body in that form is not understood, though others are.",
  oasdiff: ["request-body-media-type-removed"],
  message: ({ from }) => `the body is no longer taken as ${from}`,
  finds: { old: asked(json, xml), new: asked(json) },
  passes: { old: asked(csv, xml), new: asked(xml, csv) },
};

export const requestMediaTypeAdded: ChangeRecord = {
  id: "request-media-type-added",
  direction: "request",
  verdict: "addition",
  mirror: "request-media-type-removed",
  why: "What is sent in a form of before is taken as before.",
  oasdiff: ["request-body-media-type-added"],
  message: ({ to }) => `the body is taken as ${to}, too`,
  finds: { old: asked(json), new: asked(json, xml) },
  passes: { old: asked(json), new: asked("application/json; charset=utf-8") },
};

export const answerMediaTypeChanged: ChangeRecord = {
  id: "response-media-type-changed",
  direction: "answer",
  verdict: "breaking",
  mirror: "response-media-type-changed",
  why: "A program reads it in the form of before.",
  oasdiff: ["response-media-type-removed"],
  message: ({ place, from, to }) => `the answer ${place} is ${to} now, and was ${from}`,
  finds: { old: given("text/plain"), new: given(csv) },
  passes: { old: given("text/plain"), new: given("text/plain; charset=utf-8") },
};

export const answerMediaTypeRemoved: ChangeRecord = {
  id: "response-media-type-removed",
  direction: "answer",
  verdict: "breaking",
  mirror: "response-media-type-added",
  why: "A program that asks for that form gets another, or none.",
  oasdiff: ["response-media-type-removed"],
  message: ({ place, from }) => `the answer ${place} does not come as ${from} any more`,
  finds: { old: given(json, xml), new: given(json) },
  passes: { old: given(csv, xml), new: given(xml, csv) },
};

export const answerMediaTypeAdded: ChangeRecord = {
  id: "response-media-type-added",
  direction: "answer",
  verdict: "addition",
  mirror: "response-media-type-removed",
  why: "A program that asks for a form of before gets it as before.",
  oasdiff: ["response-media-type-added"],
  message: ({ place, to }) => `the answer ${place} comes as ${to}, too`,
  finds: { old: given(json), new: given(json, xml) },
  passes: {
    old: gives({ content: content([json], box({ a: text })) }),
    new: gives({ content: content([json], box({ a: count })) }),
  },
};

export const mediaTypeRules: readonly ChangeRecord[] = [
  requestMediaTypeChanged,
  requestMediaTypeRemoved,
  requestMediaTypeAdded,
  answerMediaTypeChanged,
  answerMediaTypeRemoved,
  answerMediaTypeAdded,
];
