import { rememberingOf } from "../../collections/remembered.js";
import type { SchemaObject } from "../../openapi/document.js";
import type { ApiModel, OperationModel, ParameterModel } from "../../openapi/model.js";
import { globalTypes } from "../../openapi/components/global-types.js";
import { isRecord, schemaReference } from "../../openapi/references.js";
import { Names, pascalCase } from "../naming.js";
import type { Text } from "../text.js";
import { identifier } from "../text.js";
import { findViews, type View } from "./views.js";

/** A schema that gets a name in `types.ts`. */
export interface Entry {
  /** The name of the component, or for inline schemas a key that no component can have. */
  readonly key: string;
  readonly name: Text<"identifier">;
  readonly schema: SchemaObject;
  /** Of what another entry is, and how; then the schema is what it has beside. */
  readonly view?: View;
  /** Members take `undefined`: the runtime leaves such parameters out. */
  readonly input: boolean;
  /** Only ever the whole body of responses: without members there is no body. */
  readonly answer: boolean;
}

export interface Collected {
  /** Components that have the very type of another one. */
  readonly same: ReadonlyMap<string, string>;
  readonly entries: readonly Entry[];
  /** Keys of inline schemas of bodies, by the object itself. */
  readonly inline: ReadonlyMap<SchemaObject, string>;
  /** Keys of the parameters of an operation. */
  readonly parameters: ReadonlyMap<
    OperationModel,
    { readonly query?: string; readonly header?: string }
  >;
  readonly names: Names;
}

/** What `types.ts` imports or may declare beside the schemas. */
const ownNames = "At WithRequired Microversion Before UpTo From Between Asked Caller";

/** Names everything that has a type: components first, so that nothing else moves their names. */
export function collect(model: ApiModel): Collected {
  const names = new Names(ownNames.split(" "));
  const { schemas, same, views, loosened } = findViews(model);
  const components = Object.keys(model.schemas).filter((name) => !same.has(name));
  const nameOf = new Map<string, Text<"identifier">>();
  const wanted = (component: string) => {
    const name = /^[A-Z]\w*$/.test(component) ? identifier(component) : pascalCase(component);
    return globalTypes.has(name) ? identifier(`${name}_`) : name;
  };
  // Who is called as it is spelt comes first.
  for (const exact of [true, false]) {
    for (const component of components) {
      const name = wanted(component);
      if ((name === component) === exact) nameOf.set(component, identifier(names.take(name, "_")));
    }
  }
  const entries: Entry[] = [];
  const answers = answersOf(model);
  const shared = new Set([...same].flatMap(([name, one]) => (answers.has(name) ? [] : [one])));
  for (const component of components) {
    const view = views.get(component);
    const name = nameOf.get(component) ?? pascalCase(component);
    const whole = loosened.get(component);
    const part = (key: string, words: Text<"identifier">) =>
      entries.push({ key, name: words, schema: schemas[key] ?? {}, input: false, answer: false });
    if (whole !== undefined) part(whole.wide, name);
    const wholeName = whole && identifier(names.take(`Whole${name}`, "_"));
    if (whole?.always !== undefined)
      part(whole.always, identifier(names.take(`${wholeName}Part`, "_")));
    entries.push({
      key: component,
      name: wholeName ?? name,
      schema: schemas[component] ?? {},
      ...(view && { view }),
      input: false,
      answer: answers.has(component) && !shared.has(component),
    });
  }
  const inline = new Map<SchemaObject, string>();
  const parameters = new Map<OperationModel, { query?: string; header?: string }>();
  const add = (words: string, schema: SchemaObject, kind: "body" | "answer" | "input"): string => {
    const name = identifier(names.take(pascalCase(words), "_"));
    const key = `\0${name}`;
    entries.push({ key, name, schema, input: kind === "input", answer: kind === "answer" });
    return key;
  };
  for (const operation of model.chapters.flatMap((chapter) => chapter.operations)) {
    const of: { query?: string; header?: string } = {};
    const objects = objectsOf(operation);
    parameters.set(operation, of);
    for (const [where, suffix] of [
      ["query", "Query"],
      ["header", "Headers"],
    ] as const) {
      const own = objects[where];
      if (own !== undefined) of[where] = add(`${operation.operationId} ${suffix}`, own, "input");
    }
    const { body, responses } = operation;
    if (body && needsName(body.schema) && !inline.has(body.schema)) {
      inline.set(body.schema, add(`${operation.operationId} Body`, body.schema, "body"));
    }
    const first = responses.find((response) => response.ok && response.body);
    for (const response of responses) {
      const schema = response.body?.schema;
      if (schema === undefined || !needsName(schema) || inline.has(schema)) continue;
      const suffix =
        response === first ? "" : response.status === "default" ? "Fault" : response.status;
      const words = `${operation.operationId} ${suffix === "Fault" ? "" : "Response"}${suffix}`;
      inline.set(schema, add(words, schema, "answer"));
    }
  }
  if (takesAnything(model)) {
    const name = identifier(names.take("Json", "_"));
    entries.push({ key: anything, name, schema: json, input: false, answer: false });
  }
  return { entries, inline, parameters, names, same };
}

/** The key of the type of any JSON value, which no component can have. */
export const anything = "\0Json";

const self = { $ref: schemaReference(anything) };
const json: SchemaObject = {
  description: "Any JSON value: what stands there is somebody's own.",
  anyOf: [
    { type: ["string", "number", "boolean", "null"] },
    { type: "array", items: self },
    { type: "object", additionalProperties: self },
  ],
};

/** Whether an object of the model takes members of any name and any value. */
function takesAnything({ schemas, chapters }: ApiModel): boolean {
  const isSchemaOpen = (schema: unknown) => isRecord(schema) && isOpen(schema);
  return (
    // A component may be called so.
    schemas["additionalProperties"] === (true as unknown) ||
    Object.values(schemas).some(isSchemaOpen) ||
    chapters.some(({ operations }) => operations.some((operation) => isOpenOperation(operation)))
  );
}

const isOpenOperation = rememberingOf(({ body, responses, parameters }: OperationModel) =>
  isOpenIn([body?.schema, responses.map((each) => each.body?.schema), parameters]),
);

const isOpen = rememberingOf((schema: object) => isOpenIn(schema));

function isOpenIn(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(isOpenIn);
  if (!isRecord(value)) return false;
  return value["additionalProperties"] === true || Object.values(value).some(isOpenIn);
}

/** The parameters of an operation as objects, by their place; undefined without any. */
const objectsOf = rememberingOf(({ parameters }: OperationModel) => {
  const objectIn = (where: "query" | "header"): SchemaObject | undefined => {
    const own = parameters.filter((parameter) => parameter.in === where);
    return own.length === 0 ? undefined : objectOf(own);
  };
  return { query: objectIn("query"), header: objectIn("header") };
});

/** Parameters as the members of one object, so that they are translated as such. */
export function objectOf(parameters: readonly ParameterModel[]): SchemaObject {
  return {
    type: "object",
    properties: Object.fromEntries(
      parameters.map(({ name, schema, description, deprecated, bounds }) => [
        name,
        {
          ...schema,
          ...(description !== undefined && { description }),
          ...(deprecated && { deprecated }),
          ...((bounds.min !== undefined || bounds.max !== undefined) && {
            "x-openstack": {
              ...(bounds.min !== undefined && { "min-ver": bounds.min }),
              ...(bounds.max !== undefined && { "max-ver": bounds.max }),
            },
          }),
        } satisfies SchemaObject,
      ]),
    ),
    required: parameters.filter((parameter) => parameter.required).map(({ name }) => name),
  };
}

/**
 * Whether an inline schema is more than a reference, a scalar, or a list or map of those; such a
 * type would not stay on its line.
 */
export function needsName(schema: unknown, depth = 0): boolean {
  if (!isRecord(schema)) return false;
  if (depth > 3 || isRecord(schema["properties"])) return true;
  if (
    ["anyOf", "oneOf", "allOf", "enum", "prefixItems"].some((key) => Array.isArray(schema[key]))
  ) {
    return true;
  }
  if (schema["x-openstack"] !== undefined && isRecord(schema["x-openstack"])) return false;
  if (isRecord(schema["patternProperties"]) || Array.isArray(knownValues(schema))) return true;
  return (
    needsName(schema["items"], depth + 1) || needsName(schema["additionalProperties"], depth + 1)
  );
}

function knownValues(schema: Readonly<Record<string, unknown>>): unknown {
  const extension = schema["x-restanza"];
  return isRecord(extension) ? extension["values"] : undefined;
}

/** Components that are the whole body of some response, and no part of anything else. */
function answersOf(model: ApiModel): ReadonlySet<string> {
  const answers = new Set<string>();
  const inside = new Set<string>();
  const note = (schema: unknown): void => {
    if (isRecord(schema)) for (const name of referredIn(schema)) inside.add(name);
  };
  for (const schema of Object.values(model.schemas)) note(schema);
  for (const operation of model.chapters.flatMap((chapter) => chapter.operations)) {
    note(operation.body?.schema);
    for (const { body } of operation.responses) {
      const reference = body?.schema.$ref;
      if (reference !== undefined) answers.add(reference.slice(prefix.length));
    }
  }
  return new Set([...answers].filter((name) => !inside.has(name)));
}

const prefix = "#/components/schemas/";

/** What an object refers to, without the place where components stand. */
const referredIn = rememberingOf((schema: object): ReadonlySet<string> => {
  const found = new Set<string>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (isRecord(value)) {
      const reference = value["$ref"];
      if (typeof reference === "string") found.add(reference.slice(prefix.length));
      Object.values(value).forEach(visit);
    }
  };
  visit(schema);
  return found;
});
