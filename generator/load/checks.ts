import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { checkMediaTypes, checkUntypedAnswer, checkUntypedBody } from "./checks/media-types.js";
import {
  checkCallbacks,
  checkPathMembers,
  checkServers,
  checkStatuses,
  checkWebhooks,
} from "./checks/operations.js";
import { checkParameter } from "./checks/parameters.js";
import { checkKeywords } from "./checks/schemas.js";
import type { Kind } from "./grammar.js";
import type { Place } from "./place.js";
import type { Raw } from "./take-in.js";

/** Looks at one object of a document, as its author wrote it, for what cannot be expressed. */
export type Check = (object: Raw, place: Place) => readonly Diagnostic[];

/** What is looked for, by the kind of object. */
export const checks: Readonly<Partial<Record<Kind, readonly Check[]>>> = {
  document: [checkWebhooks],
  pathItem: [checkServers, checkPathMembers],
  operation: [checkServers, checkCallbacks],
  parameter: [checkParameter],
  requestBody: [checkMediaTypes, checkUntypedBody],
  response: [checkMediaTypes, checkUntypedAnswer],
  responses: [checkStatuses],
  schema: [checkKeywords],
};
