import type { ChangeRecord } from "../record.js";
import { bodyRules } from "./bodies.js";
import { credentialRules } from "./credentials.js";
import { limitRules } from "./limits.js";
import { mediaTypeRules } from "./media-types.js";
import { memberRules } from "./members.js";
import { numberFormatRules } from "./number-formats.js";
import { operationRules } from "./operations.js";
import { parameterRules } from "./parameters.js";
import { responseRules } from "./responses.js";
import { serverRules } from "./servers.js";
import { typeRules } from "./types.js";
import { valueRules } from "./values.js";
import { webhookRules } from "./webhooks.js";
import { wordRules } from "./words.js";

/** Every kind of change, in the order of `docs/diff.md`. */
export const changeRecords: readonly ChangeRecord[] = [
  ...operationRules,
  ...serverRules,
  ...credentialRules,
  ...parameterRules,
  ...bodyRules,
  ...mediaTypeRules,
  ...memberRules,
  ...typeRules,
  ...numberFormatRules,
  ...valueRules,
  ...limitRules,
  ...responseRules,
  ...webhookRules,
  ...wordRules,
];
