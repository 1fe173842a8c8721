import type { ChangeRecord } from "../record.js";
import { count, lists, service, takes } from "./examples.js";

const limit = { name: "limit" };
const must = { name: "limit", required: true };

export const parameterRemoved: ChangeRecord = {
  id: "request-parameter-removed",
  direction: "request",
  verdict: "breaking",
  mirror: ["request-parameter-added", "required-request-parameter-added"],
  why: "What was sent is not listened to any more, or refused.",
  oasdiff: ["request-parameter-removed"],
  message: ({ place }) => `it no longer takes the ${place}`,
  finds: { old: takes(limit), new: lists() },
  passes: {
    old: service({ "/boxes/{id}": { get: { operationId: "showBox" } } }),
    new: service({ "/boxes/{box_id}": { get: { operationId: "showBox" } } }),
  },
};

export const parameterAdded: ChangeRecord = {
  id: "request-parameter-added",
  direction: "request",
  verdict: "addition",
  mirror: "request-parameter-removed",
  why: "It may be left out, as before.",
  oasdiff: ["new-optional-request-parameter"],
  message: ({ place }) => `it takes the ${place} now`,
  finds: { old: lists(), new: takes(limit) },
  passes: { old: takes(limit), new: takes({ ...limit, description: "How many." }) },
};

export const requiredParameterAdded: ChangeRecord = {
  id: "required-request-parameter-added",
  direction: "request",
  verdict: "breaking",
  mirror: "request-parameter-removed",
  why: "Nobody sent it before, and without it the call is refused.",
  oasdiff: ["new-required-request-parameter"],
  message: ({ place }) => `it asks for the ${place} now, which it did not take before`,
  finds: { old: lists(), new: takes(must) },
  passes: { old: takes(must), new: takes({ ...must, description: "How many." }) },
};

export const parameterBecameRequired: ChangeRecord = {
  id: "request-parameter-became-required",
  direction: "request",
  verdict: "breaking",
  mirror: "request-parameter-became-optional",
  why: "Who left it out is refused.",
  oasdiff: ["request-parameter-became-required"],
  message: ({ place }) => `the ${place} may no longer be left out`,
  finds: { old: takes(limit), new: takes(must) },
  passes: { old: takes(must), new: takes({ ...must, schema: { type: "string", title: "How" } }) },
};

export const parameterBecameOptional: ChangeRecord = {
  id: "request-parameter-became-optional",
  direction: "request",
  verdict: "addition",
  mirror: "request-parameter-became-required",
  why: "Who sends it may go on.",
  oasdiff: ["request-parameter-became-optional"],
  message: ({ place }) => `the ${place} may be left out now`,
  finds: { old: takes(must), new: takes(limit) },
  passes: { old: takes(limit), new: takes({ ...limit, required: false }) },
};

export const parameterWrittenOtherwise: ChangeRecord = {
  id: "request-parameter-style-changed",
  direction: "request",
  verdict: "breaking",
  mirror: "request-parameter-style-changed",
  why: "What is sent as it was written before is read as something else.",
  oasdiff: [],
  message: ({ place, from, to }) => `the ${place} is written otherwise: ${from} before, ${to} now`,
  finds: {
    old: takes({ ...limit, schema: { type: "array", items: count } }),
    new: takes({ ...limit, explode: false, schema: { type: "array", items: count } }),
  },
  passes: {
    old: takes({ ...limit, schema: { type: "array", items: count } }),
    new: takes({ ...limit, explode: true, schema: { type: "array", items: count } }),
  },
};

export const parameterRules: readonly ChangeRecord[] = [
  parameterRemoved,
  parameterAdded,
  requiredParameterAdded,
  parameterBecameRequired,
  parameterBecameOptional,
  parameterWrittenOtherwise,
];
