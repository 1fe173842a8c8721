import { openapiTypescript } from "../../../generator/emit/openapi-typescript/index.js";
import { typesOf } from "../../../generator/emit/schema/catalogue.js";
import { types } from "../../../generator/emit/types/index.js";
import type { OpenApiDocument, SchemaObject } from "../../../generator/openapi/document.js";
import { readModel } from "../../../generator/openapi/read/read-model.js";
import { isRecord } from "../../../generator/openapi/references.js";
import { strictest } from "../compiler.js";
import { compileNatively } from "../native-compiler.js";

/** What our types and those of openapi-typescript say of the component schemas of a document. */
export interface Comparison {
  readonly schemas: number;
  /** Those whose two types do not accept each other, and which of them does not. */
  readonly apart: ReadonlyMap<string, string>;
}

/**
 * Holds the type of every component against what openapi-typescript makes of it, in one program.
 * Two things are taken out of ours before, since they are meant: one resource has one type, whoever
 * gives it, and what takes any JSON value is told from what nobody knows.
 */
export async function compareTypes(document: OpenApiDocument): Promise<Comparison> {
  const schemas = Object.fromEntries(
    Object.entries(document.components?.schemas ?? {}).map(([name, one]) => [name, alone(one)]),
  );
  const model = readModel({ ...document, paths: {}, components: { schemas } });
  const files = new Map<string, string>();
  for (const emitter of [types, openapiTypescript])
    for (const { path, text } of await emitter.plan(model)) files.set(path, text);
  const text = files.get("types.ts") ?? "";
  files.set("types.ts", text.replace(/^export type Json =$[^;]*;[^;]*;/m, "type Json = unknown;"));
  const { catalogue } = await typesOf(model);
  const names = Object.keys(schemas);
  const head = [
    'import type * as Ours from "./types.js";',
    'import type { components } from "./openapi.js";',
    'type Theirs = components["schemas"];',
    'type Both<A, B> = [A] extends [B] ? ([B] extends [A] ? "accept each other" : "ours is narrower") : [B] extends [A] ? "ours is wider" : "neither accepts the other";',
  ];
  const lines = names.map((name, index) => {
    const pair = `Ours.${catalogue.nameOf(name)}, Theirs[${JSON.stringify(name)}]`;
    return `export const _${index}: Both<${pair}> = "accept each other";`;
  });
  files.set("check.ts", [...head, ...lines].join("\n"));
  const options = { ...strictest, declaration: false, isolatedDeclarations: false };
  const said = compileNatively(files, { ...options, noUnusedLocals: false }).map((message) => {
    const [, line, how] = /^check\.ts:(\d+) .* type '"([^"]*)"'/.exec(message) ?? [];
    const name = names[Number(line) - head.length - 1];
    if (name === undefined || how === undefined) throw new Error(message);
    return [name, how] as const;
  });
  return { schemas: names.length, apart: new Map(said) };
}

/** A schema that is not told whose view it is. */
function alone({ "x-restanza": ours, ...schema }: SchemaObject): SchemaObject {
  const { resource, ...rest } = ours ?? {};
  void resource;
  return ours === undefined ? schema : { ...schema, "x-restanza": rest };
}

/**
 * Whether there is an object with members and a type for all others, in the schema or in what it
 * refers to. openapi-typescript writes `{ a: number } & { [key: string]: string }`, which no object
 * with an `a` is; in ours the signature takes what the members have.
 */
export function hasMembersInMap(document: OpenApiDocument, component: string): boolean {
  const seen = new Set<string>();
  const isOne = (value: unknown): boolean => {
    if (Array.isArray(value)) return value.some(isOne);
    if (!isRecord(value)) return false;
    const { $ref, properties, additionalProperties, patternProperties } = value;
    if (typeof $ref === "string" && isIn($ref.split("/").at(-1) ?? "")) return true;
    const others = isRecord(additionalProperties) || isRecord(patternProperties);
    return (isRecord(properties) && others) || Object.values(value).some(isOne);
  };
  const isIn = (name: string): boolean => {
    if (seen.has(name)) return false;
    seen.add(name);
    return isOne(document.components?.schemas?.[name]);
  };
  return isIn(component);
}
