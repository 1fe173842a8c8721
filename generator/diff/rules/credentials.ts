import type { OpenApiDocument, OperationObject } from "../../openapi/document.js";
import type { ChangeRecord } from "../record.js";
import { lists } from "./examples.js";

type Security = OperationObject["security"];

/** One operation that asks for this, in a document that knows two schemes. */
function asking(security: Security, header = "X-Auth-Token"): OpenApiDocument {
  const schemes = {
    token: { type: "apiKey", in: "header", name: header },
    basic: { type: "http", scheme: "basic" },
  };
  const document = lists(security && { security });
  return { ...document, components: { securitySchemes: schemes } };
}

const token = { token: [] };
const basic = { basic: [] };

export const credentialAsked: ChangeRecord = {
  id: "credential-asked",
  direction: "request",
  verdict: "breaking",
  mirror: "credential-no-longer-asked",
  why: "Whoever calls it without one is refused now.",
  oasdiff: ["api-security-added"],
  message: ({ to }) => `it asks for a credential now: ${to}`,
  finds: { old: asking(undefined), new: asking([token]) },
  passes: { old: asking([token]), new: { ...asking(undefined), security: [token] } },
};

export const credentialNoLongerAsked: ChangeRecord = {
  id: "credential-no-longer-asked",
  direction: "request",
  verdict: "addition",
  mirror: "credential-asked",
  why: "A credential that is sent all the same does no harm.",
  oasdiff: ["api-security-removed"],
  message: ({ from }) => `it asks for no credential any more; it was ${from}`,
  finds: { old: asking([token]), new: asking([]) },
  passes: { old: asking(undefined), new: asking([]) },
};

export const credentialRefused: ChangeRecord = {
  id: "credential-refused",
  direction: "request",
  verdict: "breaking",
  mirror: ["credential-refused", "credential-taken"],
  why: "Whoever shows what was asked for is refused now. Names of schemes do not count, but what is sent does.",
  oasdiff: ["api-security-removed"],
  message: ({ from, to }) => `it no longer takes ${from} as a credential; it takes ${to}`,
  finds: { old: asking([token]), new: asking([token], "X-Token") },
  passes: { old: asking([token, basic]), new: asking([basic, token]) },
};

export const credentialTaken: ChangeRecord = {
  id: "credential-taken",
  direction: "request",
  verdict: "addition",
  mirror: "credential-refused",
  why: "What was asked for is taken as before.",
  oasdiff: ["api-security-added"],
  message: ({ to }) => `it takes ${to} as a credential, too`,
  finds: { old: asking([token]), new: asking([token, basic]) },
  passes: { old: asking([token]), new: asking([token, token]) },
};

export const credentialRules: readonly ChangeRecord[] = [
  credentialAsked,
  credentialNoLongerAsked,
  credentialRefused,
  credentialTaken,
];
