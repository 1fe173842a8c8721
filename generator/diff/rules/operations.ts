import type { ChangeRecord } from "../record.js";
import { asks, box, count, lists, service, text } from "./examples.js";

const boxes = { get: { operationId: "listBoxes" } };
const create = { post: { operationId: "createBox" } };

export const operationRemoved: ChangeRecord = {
  id: "operation-removed",
  direction: "both",
  verdict: "breaking",
  mirror: "operation-added",
  why: "Whoever calls it gets an error. Operations are found by method, path (names of variables aside) and the member that chooses an action; their titles and chapters do not count.",
  oasdiff: ["api-removed-without-deprecation", "api-path-removed-without-deprecation"],
  message: ({ place }) => `${place} is gone`,
  finds: { old: service({ "/boxes": { ...boxes, ...create } }), new: lists() },
  passes: {
    old: service({ "/boxes/{id}": { get: { operationId: "showBox", summary: "Show Box" } } }),
    new: service({ "/boxes/{box_id}": { get: { operationId: "boxDetails", summary: "Box" } } }),
  },
};

export const operationAdded: ChangeRecord = {
  id: "operation-added",
  direction: "both",
  verdict: "addition",
  mirror: "operation-removed",
  why: "Nobody called it before.",
  oasdiff: ["endpoint-added"],
  message: ({ place }) => `${place} is new`,
  finds: { old: lists(), new: service({ "/boxes": { ...boxes, ...create } }) },
  passes: { old: lists({ tags: ["boxes"] }), new: lists({ tags: ["all boxes"] }) },
};

export const operationDeprecated: ChangeRecord = {
  id: "operation-deprecated",
  direction: "both",
  verdict: "correction",
  mirror: "operation-reactivated",
  why: "It works as before; its docs say that it is on its way out.",
  oasdiff: ["endpoint-deprecated"],
  message: () => "it is deprecated now",
  finds: { old: lists(), new: lists({ deprecated: true }) },
  passes: { old: lists(), new: lists({ deprecated: false }) },
};

export const operationReactivated: ChangeRecord = {
  id: "operation-reactivated",
  direction: "both",
  verdict: "correction",
  mirror: "operation-deprecated",
  why: "It works as before; its docs no longer say that it is on its way out.",
  oasdiff: ["endpoint-reactivated"],
  message: () => "it is no longer deprecated",
  finds: { old: lists({ deprecated: true }), new: lists() },
  passes: { old: lists({ deprecated: true }), new: lists({ deprecated: true, summary: "List" }) },
};

export const microversionsRemoved: ChangeRecord = {
  id: "microversions-removed",
  direction: "both",
  verdict: "breaking",
  mirror: "microversions-added",
  why: "A client that asks for one of them is refused, and one that is pinned to it no longer compiles.",
  oasdiff: [],
  message: ({ place }) => `the docs no longer know the microversions ${place}`,
  finds: { old: lists({}, "1.9"), new: lists({}, "1.7") },
  passes: { old: lists({}, "1.7"), new: lists({}, "1.7") },
};

export const microversionsAdded: ChangeRecord = {
  id: "microversions-added",
  direction: "both",
  verdict: "addition",
  mirror: "microversions-removed",
  why: "Nobody gets a microversion without asking for it.",
  oasdiff: [],
  message: ({ place }) => `the microversions ${place} are new`,
  finds: { old: lists({}, "1.7"), new: lists({}, "1.9") },
  passes: {
    old: asks(box({ a: text })),
    new: asks(box({ a: text, b: { ...count, "x-openstack": { "min-ver": "1.8" } } })),
  },
};

export const operationRules: readonly ChangeRecord[] = [
  operationRemoved,
  operationAdded,
  operationDeprecated,
  operationReactivated,
  microversionsRemoved,
  microversionsAdded,
];
