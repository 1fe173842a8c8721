import type { SchemaObject } from "../../openapi/document.js";
import type { ApiModel } from "../../openapi/model.js";
import { camelCase, Names } from "../naming.js";
import type { Text } from "../text.js";
import { code, identifier, literal, memberName } from "../text.js";
import { object, type Value } from "../layout/values.js";
import { resolve } from "../checks/schemas.js";
import { faultsOf } from "./told-faults.js";

/** A function that makes the body of a fault. */
export interface FaultMaker {
  readonly name: Text<"identifier">;
  readonly component: string;
  /** The one status that it is for; undefined where there are several. */
  readonly status: number | undefined;
  readonly body: FaultBody;
}

/** An expression, and what it speaks of. */
export interface FaultBody {
  readonly value: Value;
  readonly uses: ReadonlySet<"message" | "status" | "requestId" | "reasonOf" | "faultNameOf">;
}

/** A maker for each component that the docs have for faults, in the order of the statuses. */
export function faultMakers(model: ApiModel): readonly FaultMaker[] {
  const names = new Names(["faultNameOf", "message", "reasonOf", "requestId", "status"]);
  const components = [...new Set(statuses(model).map(([, component]) => component))];
  return components.map((component) => {
    const keys = statuses(model).flatMap(([key, name]) => (name === component ? [key] : []));
    const [only] = keys;
    const status = keys.length === 1 && only !== "default" ? Number(only) : undefined;
    const schema = model.schemas[component] ?? {};
    return {
      name: identifier(names.take(camelCase(component), "_")),
      component,
      status,
      body: faultBody(model, schema, status),
    };
  });
}

/** Statuses and components, ascending, `default` last; what no schema stands behind is left out. */
export function statuses(model: ApiModel): readonly (readonly [string, string])[] {
  return Object.entries(faultsOf(model))
    .filter(([, component]) => Object.hasOwn(model.schemas, component))
    .sort(([a], [b]) => (Number(a) || 1000) - (Number(b) || 1000));
}

/** Whether there are statuses that no component is for. */
export function needsFallback(model: ApiModel): boolean {
  return !statuses(model).some(([status]) => status === "default");
}

/**
 * The body for statuses that the docs have no form for: like those that they have, under the name
 * that Nova and Cinder give the status where faults are named; else OpenStack's most common form.
 */
export function fallbackBody(model: ApiModel): FaultBody {
  const schema = typicalFault(model);
  if (schema === undefined) {
    return {
      value: object({ message: code`message`, code: code`status`, title: code`reasonOf(status)` }),
      uses: new Set(["message", "status", "reasonOf"]),
    };
  }
  if (formOf(model, schema) !== named) return faultBody(model, schema, undefined);
  const [inner = {}] = Object.values(schema.properties ?? {});
  const body = faultBody(model, inner, undefined);
  return {
    value: { members: [[code`[faultNameOf(status)]`, body.value]] },
    uses: new Set([...body.uses, "status", "faultNameOf"]),
  };
}

/**
 * A fault that the docs have for one status. Not that of 401: a middleware says that one, the same
 * before every service.
 */
function typicalFault(model: ApiModel): SchemaObject | undefined {
  return statuses(model)
    .filter(([status]) => status !== "401" && status !== "default")
    .map(([, component]) => resolve(model, model.schemas[component] ?? {}))
    .find((schema) => schema.anyOf === undefined && schema.oneOf === undefined);
}

/** The form of faults that have their name for a wrapper, such as `{"itemNotFound": {…}}`. */
const named = "named";

/** What tells forms of faults apart: the names of their members, or that these are data. */
function formOf(model: ApiModel, given: SchemaObject): string {
  const schema = resolve(model, given);
  const [only, ...others] = Object.entries(schema.properties ?? {});
  if (only === undefined) {
    return typeof schema.additionalProperties === "object" ? named : typeOf(schema);
  }
  const isObject = resolve(model, only[1]).properties !== undefined;
  if (others.length === 0 && isObject && /^[a-z]/.test(only[0]) && only[0] !== "error") {
    return named;
  }
  return [only, ...others].map(([name]) => name).join(" ");
}

/** An instance of a schema that says `message`, and the status where it has a place for it. */
export function faultBody(
  model: ApiModel,
  schema: SchemaObject,
  status: number | undefined,
): FaultBody {
  const byName = build(model, schema, status, false);
  // Where no name sounds like a message, every text is one.
  return byName.uses.has("message") ? byName : build(model, schema, status, true);
}

function build(
  model: ApiModel,
  schema: SchemaObject,
  status: number | undefined,
  everywhere: boolean,
): FaultBody {
  const uses = new Set<"message" | "status" | "requestId" | "reasonOf" | "faultNameOf">();
  const use = (name: "message" | "status" | "requestId" | "reasonOf" | "faultNameOf") => {
    uses.add(name);
  };

  const typical = typicalFault(model);
  const form = typical && formOf(model, typical);

  function value(
    given: SchemaObject,
    name: string,
    depth: number,
    beside: ReadonlySet<string> = new Set(),
  ): Value {
    const own = merged(model, resolve(model, given), form);
    if (own.const !== undefined) return json(own.const);
    if (own.enum !== undefined)
      return json(own.enum.find((each) => each === status) ?? own.enum[0]);
    const type = typeOf(own);
    if (type === "object") return depth > 8 ? code`{}` : members(own, depth);
    if (type === "array") {
      return own.items === undefined || depth > 8
        ? code`[]`
        : { items: [value(own.items, name, depth + 1)] };
    }
    if (type === "integer" || type === "number") return number(name);
    if (type === "boolean") return code`false`;
    if (type === "null") return code`null`;
    if (own.contentSchema !== undefined && depth <= 8) {
      return { call: code`JSON.stringify`, argument: value(own.contentSchema, "", depth + 1) };
    }
    return text(name, [own.type].flat().includes("null"), beside);
  }

  function members(own: SchemaObject, depth: number): Value {
    const required = new Set(own.required);
    const names = new Set(Object.keys(own.properties ?? {}));
    const entries = Object.entries(own.properties ?? {}).flatMap(([name, each]) =>
      required.has(name) || isSpoken(name, names)
        ? [[memberName(name), value(each, name, depth + 1, names)] as const]
        : [],
    );
    if (entries.length === 0 && typeof own.additionalProperties === "object") {
      use("faultNameOf");
      const inner = value(own.additionalProperties, "", depth + 1);
      return { members: [[code`[faultNameOf(${statusText()})]`, inner]] };
    }
    return { members: entries };
  }

  function statusText(): Text<"code"> {
    if (status !== undefined) return code`${status}`;
    use("status");
    return code`status`;
  }

  function reason(): Text<"code"> {
    use("reasonOf");
    return code`reasonOf(${statusText()})`;
  }

  function whose(): Text<"code"> {
    if (status === undefined) return code`${statusText()} < 500 ? "Client" : "Server"`;
    return code`${literal(status < 500 ? "Client" : "Server")}`;
  }

  function number(name: string): Text<"code"> {
    return isStatus(name) || name === "" ? statusText() : code`0`;
  }

  function text(name: string, nullable: boolean, beside: ReadonlySet<string>): Text<"code"> {
    if (/^request_?id$/i.test(name)) {
      use("requestId");
      return code`requestId`;
    }
    if (isStatus(name)) return code`\`\${${statusText()}} \${${reason()}}\``;
    if (/^faultcode$/i.test(name)) return whose();
    if (/^(title|type|name|error)$/i.test(name) && !everywhere) return reason();
    // What is said stands in the error beside it; this explains the status.
    if (name === "explanation" && beside.has("error")) return reason();
    // More about a message: there is none.
    if (/^details?$/i.test(name) && beside.has("message")) return code`""`;
    if (everywhere || isMessage(name)) {
      use("message");
      return code`message`;
    }
    return nullable ? code`null` : code`""`;
  }

  const body = value(schema, "", 0);
  return { value: body, uses };
}

/** Names that mean the words for a person, in the faults of OpenStack's services. */
function isMessage(name: string): boolean {
  return /^(message|msg|detail|details|faultstring|explanation|description|reason|error_message)$/i.test(
    name,
  );
}

function isStatus(name: string): boolean {
  return /^(code|status|status_?code|error_?code|http_?status)$/i.test(name);
}

/** Members that are filled also where the docs leave them out at times. */
function isSpoken(name: string, beside: ReadonlySet<string>): boolean {
  // Beside a status a code is a name for programs, which nobody knows here.
  if (name === "code" && beside.has("status")) return false;
  return (
    isMessage(name) || isStatus(name) || /^(title|request_id|faultcode|debuginfo)$/i.test(name)
  );
}

function typeOf(schema: SchemaObject): string {
  const types = [schema.type ?? []].flat().filter((type) => type !== "null");
  if (types[0] !== undefined) return types.includes("string") ? "string" : types[0];
  if (schema.properties !== undefined || typeof schema.additionalProperties === "object") {
    return "object";
  }
  if (schema.items !== undefined) return "array";
  return schema.type === "null" ? "null" : "string";
}

/**
 * The branch of the service's form, else the first that says something, and all of `allOf`.
 * `depth`: how deep branches of branches may be; they may turn in a circle.
 */
function merged(
  model: ApiModel,
  schema: SchemaObject,
  form: string | undefined,
  depth = 8,
): SchemaObject {
  const branches = [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])]
    .map((each) => resolve(model, each))
    .filter((each) => each.type !== "null");
  const branch = branches.find((each) => formOf(model, each) === form) ?? branches[0];
  const parts = [schema, ...(schema.allOf ?? []).map((each) => resolve(model, each))];
  if (branch !== undefined) parts.push(depth > 0 ? merged(model, branch, form, depth - 1) : branch);
  if (parts.length === 1) return schema;
  return {
    ...Object.assign({}, ...parts.toReversed()),
    properties: Object.fromEntries(parts.flatMap((part) => Object.entries(part.properties ?? {}))),
    required: parts.flatMap((part) => part.required ?? []),
  };
}

function json(value: unknown): Text<"code"> {
  if (typeof value === "string") return code`${literal(value)}`;
  if (typeof value === "number" && Number.isFinite(value)) {
    return value < 0 ? code`-${-value}` : code`${value}`;
  }
  if (typeof value === "boolean") return value ? code`true` : code`false`;
  return code`null`;
}
