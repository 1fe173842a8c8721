import type { SchemaObject } from "./document.js";
import { faultNames, type FaultForm } from "../infer/model.js";

/**
 * The bodies by which OpenStack's services say that something went wrong, as measured on real
 * ones. One component per form; `Fault` is any of them.
 */
const code: SchemaObject = { type: "integer", description: "The status code, again." };
const message: SchemaObject = { type: "string", description: "What went wrong, for people." };

const detail: SchemaObject = {
  type: "object",
  description: "What a fault says.",
  properties: { code, message },
  required: ["code", "message"],
};

const identity: SchemaObject = {
  type: "object",
  description: "A fault of the Identity service, and of the check of tokens before every service.",
  properties: {
    error: {
      type: "object",
      properties: { code, message, title: { type: "string", description: "The status in words." } },
      required: ["code", "message", "title"],
    },
  },
  required: ["error"],
};

const named: SchemaObject = {
  type: "object",
  description: "A fault under its name.",
  additionalProperties: { $ref: "#/components/schemas/FaultDetail" },
  minProperties: 1,
  maxProperties: 1,
};

const flat: SchemaObject = {
  type: "object",
  description: "A fault without a wrapper.",
  properties: {
    code: { type: ["string", "integer"], description: "The status, such as `404 Not Found`." },
    message: { type: "string", description: "What went wrong, for people." },
    title: { type: "string", description: "The status in words." },
  },
  required: ["message"],
};

const list: SchemaObject = {
  type: "object",
  description: "Faults as a list.",
  properties: {
    errors: {
      type: "array",
      items: {
        type: "object",
        properties: {
          status: { type: "integer", description: "The status code, again." },
          title: { type: "string", description: "The status in words." },
          detail: { type: "string", description: "What went wrong, for people." },
          request_id: { type: "string", description: "The request that it is about." },
          code: { type: "string", description: "What went wrong, for programs." },
          min_version: {
            type: "string",
            description: "The first microversion that the service has.",
          },
          max_version: {
            type: "string",
            description: "The last microversion that the service has.",
          },
        },
      },
    },
  },
  required: ["errors"],
};

const typed: SchemaObject = {
  type: "object",
  description: "A fault with its class.",
  properties: {
    NeutronError: {
      anyOf: [
        {
          type: "object",
          properties: {
            type: { type: "string", description: "The class of the fault." },
            message,
            detail: { type: "string", description: "More about it; often empty." },
          },
          required: ["message"],
        },
        { type: "string" },
      ],
    },
  },
  required: ["NeutronError"],
};

const soap: SchemaObject = {
  type: "object",
  description: "A fault as web-service frameworks write it.",
  properties: {
    faultstring: { type: "string", description: "What went wrong, for people." },
    faultcode: { type: "string", description: "Whose fault it was." },
    debuginfo: { type: ["string", "null"] },
  },
  required: ["faultstring"],
};

const components = {
  FaultDetail: detail,
  IdentityFault: identity,
  NamedFault: named,
  FlatFault: flat,
  FaultList: list,
  TypedFault: typed,
  FaultString: soap,
};

const ref = (name: string): SchemaObject => ({ $ref: `#/components/schemas/${name}` });

/** The component that a fault of one status has, and all that they need. */
export interface Faults {
  readonly schemas: Readonly<Record<string, SchemaObject>>;
  /** Component names by status, and `default`. */
  readonly byStatus: Readonly<Record<string, string>>;
}

/** The fault components of a service that uses `form`, for the statuses that its docs name. */
export function writeFaults(form: FaultForm, statuses: readonly number[]): Faults {
  const single = {
    error: "IdentityFault",
    errors: "FaultList",
    typed: "TypedFault",
    flat: "FlatFault",
  } as const;
  const fault: SchemaObject = {
    description: "What a service says when it does not do what was asked.",
    anyOf: (form === "any" || form === "named"
      ? ["IdentityFault", "FaultList", "TypedFault", "FaultString", "FlatFault", "NamedFault"]
      : [...new Set([single[form], "IdentityFault", "FlatFault"])]
    ).map(ref),
  };
  const byStatus: Record<string, string> = { default: "Fault" };
  const schemas: Record<string, SchemaObject> = { Fault: fault };
  for (const status of [...new Set(statuses)].toSorted((a, b) => a - b)) {
    const name = form === "named" && status !== 401 ? faultNames[status] : undefined;
    if (status === 401 && form !== "any") byStatus[status] = "IdentityFault";
    else if (name === undefined)
      byStatus[status] = form === "any" || form === "named" ? "Fault" : single[form];
    else {
      const component = name.charAt(0).toUpperCase() + name.slice(1);
      byStatus[status] = component;
      schemas[component] = {
        type: "object",
        properties: { [name]: ref("FaultDetail") },
        required: [name],
      };
    }
  }
  for (const [name, schema] of Object.entries(components)) schemas[name] = schema;
  return { schemas: prune(schemas, byStatus), byStatus };
}

/** Only what is reached from a status. */
function prune(
  schemas: Readonly<Record<string, SchemaObject>>,
  byStatus: Readonly<Record<string, string>>,
): Readonly<Record<string, SchemaObject>> {
  const kept = new Set<string>();
  const visit = (name: string): void => {
    if (kept.has(name)) return;
    kept.add(name);
    for (const [, inner] of JSON.stringify(schemas[name] ?? {}).matchAll(
      /"#\/components\/schemas\/(\w+)"/g,
    ))
      visit(inner ?? "");
  };
  for (const name of Object.values(byStatus)) visit(name);
  return Object.fromEntries(
    Object.entries(schemas)
      .filter(([name]) => kept.has(name))
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}
