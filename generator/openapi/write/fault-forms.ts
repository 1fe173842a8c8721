import type { FaultForm } from "../../infer/model.js";
import type { SchemaObject } from "../document.js";
import { schemaReference } from "../references.js";

/**
 * The bodies by which OpenStack's services say that something went wrong, as measured on real ones
 * and read in their code: one component for each form. What a form always has is required, so that
 * a program can tell by the members which one it has before it.
 */
const code: SchemaObject = { type: "integer", description: "The status code, again." };
const message: SchemaObject = { type: "string", description: "What went wrong, for people." };
const title: SchemaObject = { type: "string", description: "The status in words." };
const requestId: SchemaObject = {
  type: "string",
  description: "The request that it is about.",
};

/** An object with members of which the optional ones are marked by `?`. */
function object(
  description: string | undefined,
  members: Readonly<Record<string, SchemaObject>>,
): SchemaObject {
  const names = Object.keys(members);
  const required = names.filter((name) => !name.endsWith("?"));
  return {
    type: "object",
    ...(description !== undefined && { description }),
    properties: Object.fromEntries(
      names.map((name) => [name.replace(/\?$/, ""), members[name] ?? {}]),
    ),
    ...(required.length > 0 && { required }),
  };
}

const anyOf = (names: readonly string[]): readonly SchemaObject[] =>
  names.map((name) => ({ $ref: schemaReference(name) }));

export const faultComponents: Readonly<Record<string, SchemaObject>> = {
  // The API of Nova, and who took it over: a name of the fault around what it says.
  NamedFault: {
    type: "object",
    description: "A fault under its name.",
    additionalProperties: { $ref: schemaReference("FaultDetail") },
    minProperties: 1,
    maxProperties: 1,
  },
  FaultDetail: object("What a fault says.", { code, message }),
  OverLimitDetail: object("What a fault says that time heals.", {
    code,
    message,
    "retryAfter?": {
      type: ["string", "integer"],
      description: "When to try again, in seconds.",
    },
  }),
  // keystone.server.flask, and keystonemiddleware in front of every service.
  IdentityFault: object(
    "A fault of the Identity service, and of the check of tokens before every service.",
    { error: object(undefined, { code, message, title }) },
  ),
  // webob.exc, `json_formatter`.
  FlatFault: object("A fault without a wrapper.", {
    "code?": { type: ["string", "integer"], description: "The status, such as `404 Not Found`." },
    message,
    "title?": title,
  }),
  // The guidelines of OpenStack's API working group, "Errors".
  FaultList: object("Faults as a list.", {
    errors: {
      type: "array",
      items: object(undefined, {
        "status?": code,
        "title?": title,
        "detail?": message,
        "request_id?": requestId,
        "code?": { type: "string", description: "What went wrong, for programs." },
        "min_version?": {
          type: "string",
          description: "The first microversion that the service has.",
        },
        "max_version?": {
          type: "string",
          description: "The last microversion that the service has.",
        },
      }),
    },
  }),
  // neutron.api.api_common, `get_exception_data`.
  TypedFault: object("A fault with its class.", {
    NeutronError: object(undefined, {
      type: { type: "string", description: "The class of the fault." },
      message,
      "detail?": { type: "string", description: "More about it; often empty." },
    }),
  }),
  // wsme.api, `format_exception`.
  FaultString: object("A fault as web-service frameworks write it.", {
    faultstring: message,
    "faultcode?": { type: "string", description: "Whose fault it was." },
    "debuginfo?": { type: ["string", "null"] },
  }),
  // ironic.api.middleware.parsable_error: what the framework wrote, once more as a text.
  QuotedFault: object("A fault in a text.", {
    error_message: {
      type: "string",
      description: "The fault itself, as JSON in this text.",
      contentMediaType: "application/json",
      contentSchema: { anyOf: anyOf(["FaultString", "DescribedFault"]) },
    },
  }),
  // heat.api.middleware.fault; a hidden exception has no message, and `debug` a traceback.
  ExplainedFault: object("A fault with an explanation of its status.", {
    code,
    title,
    explanation: { type: "string", description: "What the status means." },
    error: object(undefined, {
      type: { type: "string", description: "The class of the fault." },
      "message?": message,
      "code?": code,
      "traceback?": { type: ["string", "null"] },
    }),
  }),
  // falcon.http_error, `to_dict`; pecan.core, for what it does not route.
  DescribedFault: object("A fault with a title and a description.", {
    title,
    "description?": { type: ["string", "null"], description: "What went wrong, for people." },
    "code?": code,
  }),
  // designate.api.middleware, `_handle_exception`.
  CodedFault: object("A fault with its kind, for programs.", {
    code,
    type: { type: "string", description: "What went wrong, for programs." },
    request_id: requestId,
    "message?": message,
    "errors?": object("What is wrong with the body, member by member.", {
      "errors?": {
        type: "array",
        items: object(undefined, {
          "path?": { type: "array", items: { type: ["string", "integer"] } },
          "message?": message,
          "validator?": { type: "string", description: "The rule that is not kept." },
        }),
      },
    }),
  }),
  ServiceFault: {
    description: "What the service says, or the framework that it is made with.",
    anyOf: anyOf(["FaultString", "DescribedFault"]),
  },
  // A service that lets the check of tokens pass, and refuses by itself (`delay_auth_decision`).
  UnauthorizedFault: {
    description: "What the service says of who may not, or the check of tokens before it.",
    anyOf: anyOf(["FlatFault", "IdentityFault"]),
  },
  NotFoundFault: {
    description:
      "What the service says of what is not there, or the framework that it is made with.",
    anyOf: anyOf(["TypedFault", "FlatFault"]),
  },
};

/** Names of faults with a detail of their own. */
export const faultDetails: Readonly<Record<string, string>> = { overLimit: "OverLimitDetail" };

/** What a service of one form answers. */
export interface FaultUse {
  /** The component for a status that nothing more is known of. */
  readonly every: string;
  /** The component for 404, where it is another. */
  readonly notFound?: string;
  /** The component for 401, where it is not that of the middleware before every service. */
  readonly unauthorized?: string;
  /** What is said in front of the service, or where nothing of it is reached. */
  readonly beside: readonly string[];
}

const identity = ["IdentityFault"];
const identityAndFlat = [...identity, "FlatFault"];

/** `text` has no members to tell, and is said by `writeFaults`. */
export const faultUses: Readonly<Record<Exclude<FaultForm, "any" | "text">, FaultUse>> = {
  named: { every: "NamedFault", beside: identityAndFlat },
  error: { every: "IdentityFault", beside: ["FlatFault"] },
  errors: { every: "FaultList", beside: identityAndFlat },
  typed: { every: "TypedFault", notFound: "NotFoundFault", beside: identityAndFlat },
  flat: { every: "FlatFault", unauthorized: "UnauthorizedFault", beside: identity },
  faultstring: { every: "ServiceFault", beside: identity },
  quoted: { every: "QuotedFault", beside: identity },
  explained: { every: "ExplainedFault", beside: identityAndFlat },
  described: { every: "DescribedFault", beside: identity },
  coded: { every: "CodedFault", beside: identity },
};

/** Of a service of which nothing is known: any of them. */
export const anyFault: readonly string[] = [
  "IdentityFault",
  "FaultList",
  "TypedFault",
  "FaultString",
  "QuotedFault",
  "ExplainedFault",
  "CodedFault",
  "FlatFault",
  "DescribedFault",
  "NamedFault",
];
