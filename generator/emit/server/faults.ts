import type { SchemaObject } from "../../openapi/document.js";
import type { ApiModel } from "../../openapi/model.js";
import { camelCase, Names } from "../naming.js";
import type { Text } from "../text.js";
import { code, identifier, join, literal, memberName } from "../text.js";
import { resolve } from "./schemas.js";

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
  readonly text: Text<"code">;
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
  return Object.entries(model.faults)
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
  const [, component] = statuses(model)[0] ?? [];
  const schema =
    component === undefined ? undefined : resolve(model, model.schemas[component] ?? {});
  if (schema === undefined) {
    return {
      text: code`{ message, code: status, title: reasonOf(status) }`,
      uses: new Set(["message", "status", "reasonOf"]),
    };
  }
  const [only, ...others] = Object.entries(schema.properties ?? {});
  const inner = only === undefined ? undefined : resolve(model, only[1]);
  if (inner?.properties === undefined || others.length > 0 || only?.[0] === "error") {
    return faultBody(model, schema, undefined);
  }
  const body = faultBody(model, inner, undefined);
  return {
    text: code`{ [faultNameOf(status)]: ${body.text} }`,
    uses: new Set([...body.uses, "status", "faultNameOf"]),
  };
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

  function value(given: SchemaObject, name: string, depth: number): Text<"code"> {
    const own = merged(model, resolve(model, given));
    if (own.const !== undefined) return json(own.const);
    if (own.enum !== undefined)
      return json(own.enum.find((each) => each === status) ?? own.enum[0]);
    const type = typeOf(own);
    if (type === "object") return depth > 8 ? code`{}` : members(own, depth);
    if (type === "array") {
      return own.items === undefined || depth > 8
        ? code`[]`
        : code`[${value(own.items, name, depth + 1)}]`;
    }
    if (type === "integer" || type === "number") return number(name);
    if (type === "boolean") return code`false`;
    if (type === "null") return code`null`;
    return text(name, [own.type].flat().includes("null"));
  }

  function members(own: SchemaObject, depth: number): Text<"code"> {
    const required = new Set(own.required);
    const entries = Object.entries(own.properties ?? {}).flatMap(([name, each]) =>
      required.has(name) || isSpoken(name) ? [member(name, value(each, name, depth + 1))] : [],
    );
    if (entries.length === 0 && typeof own.additionalProperties === "object") {
      use("faultNameOf");
      const inner = value(own.additionalProperties, "", depth + 1);
      return code`{ [faultNameOf(${statusText()})]: ${inner} }`;
    }
    return entries.length === 0 ? code`{}` : code`{ ${join(entries, ", ")} }`;
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

  function number(name: string): Text<"code"> {
    return isStatus(name) || name === "" ? statusText() : code`0`;
  }

  function text(name: string, nullable: boolean): Text<"code"> {
    if (/^request_?id$/i.test(name)) {
      use("requestId");
      return code`requestId`;
    }
    if (isStatus(name)) return code`\`\${${statusText()}} \${${reason()}}\``;
    if (/^faultcode$/i.test(name)) return code`${statusText()} < 500 ? "Client" : "Server"`;
    if (/^(title|type|name|error)$/i.test(name) && !everywhere) return reason();
    if (everywhere || isMessage(name)) {
      use("message");
      return code`message`;
    }
    return nullable ? code`null` : code`""`;
  }

  const body = value(schema, "", 0);
  return { text: body, uses };
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
function isSpoken(name: string): boolean {
  return isMessage(name) || isStatus(name) || /^title$/i.test(name);
}

function member(name: string, value: Text<"code">): Text<"code"> {
  // `{ message }`, as oxfmt leaves it and people write it.
  return name === `${value}` ? value : code`${memberName(name)}: ${value}`;
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

/** The first branch that says something, and all of `allOf`, as one schema. */
function merged(model: ApiModel, schema: SchemaObject): SchemaObject {
  const branch = [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])]
    .map((each) => resolve(model, each))
    .find((each) => each.type !== "null");
  const parts = [schema, ...(schema.allOf ?? []).map((each) => resolve(model, each))];
  if (branch !== undefined) parts.push(branch);
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
