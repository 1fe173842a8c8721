import type { OpenApiDocument, SchemaObject } from "../../openapi/document.js";
import type { ChangeRecord } from "../record.js";
import { box, count, lists, text } from "./examples.js";

/** A service that tells others of its boxes. */
function tells(name: string, schema: SchemaObject): OpenApiDocument {
  const post = {
    operationId: "tellOfBoxes",
    requestBody: { content: { "application/json": { schema } } },
    responses: { "204": { description: "Heard" } },
  };
  return { ...lists(), webhooks: { [name]: { post } } };
}

export const webhookChanged: ChangeRecord = {
  id: "webhook-changed",
  direction: "both",
  verdict: "unknown",
  mirror: "webhook-changed",
  why: "Nothing is made of webhooks and callbacks, and they are not compared member by member: only that they differ, came or went is known.",
  oasdiff: [],
  message: ({ place }) => `what the service sends as ${place} is not what it was`,
  finds: { old: tells("boxed", box({ a: text })), new: tells("boxed", box({ a: count })) },
  passes: {
    old: tells("boxed", box({ a: text })),
    new: tells("boxed", { ...box({ a: text }), title: "Box" }),
  },
};

export const webhookRules: readonly ChangeRecord[] = [webhookChanged];
