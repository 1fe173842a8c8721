import { addTo } from "../collections/groups.js";
import type { OpenApiDocument } from "../openapi/document.js";
import { isRecord, resolved, schemaName, schemaReference } from "../openapi/references.js";
import { Names } from "../openapi/words.js";
import { mapInner, mapSchemas, referencesOf, type Side } from "./map-schemas.js";

type Schemas = Readonly<Record<string, unknown>>;

/**
 * A document whose requests have no members that are `readOnly`, and whose answers have none that
 * are `writeOnly`: these are not sent on that side, and `required` counts on the other alone (OpenAPI
 * 3.0, Schema Object). A component that both sides use stays what answers have, and requests get one
 * of their own, `PetInput`.
 */
export function withSides(document: OpenApiDocument): OpenApiDocument {
  const schemas: Schemas = document.components?.schemas ?? {};
  const marked = closure(schemas, "users", (name) => hasMark(schemas[name]));
  const found = new Set<string>();
  let isMarked = marked.size > 0;
  mapSchemas("document", document, (schema, side) => {
    isMarked ||= hasMark(schema);
    if (side === "response") for (const name of namesIn(schema)) found.add(name);
    return schema;
  });
  if (!isMarked) return document;
  const answered = closure(schemas, "used", (name) => found.has(name));
  return new Sides(document, schemas, marked, answered).apply();
}

function namesIn(schema: unknown): readonly string[] {
  return referencesOf(schema).flatMap((reference) => schemaName(reference) ?? []);
}

/** Components that `begin`, and all that use them, or that they use. */
function closure(
  schemas: Schemas,
  way: "users" | "used",
  begin: (name: string) => boolean,
): ReadonlySet<string> {
  const next = new Map<string, string[]>();
  for (const [name, schema] of Object.entries(schemas)) {
    for (const other of namesIn(schema)) {
      const [from, to] = way === "users" ? [other, name] : [name, other];
      addTo(next, from, to);
    }
  }
  const found = new Set(Object.keys(schemas).filter(begin));
  const waiting = [...found];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    for (const other of next.get(name) ?? []) {
      if (found.has(other)) continue;
      found.add(other);
      waiting.push(other);
    }
  }
  return found;
}

/** Whether a schema, or one that is written in it, stands on one side alone. */
function hasMark(schema: unknown): boolean {
  let found = false;
  const visit = (one: unknown): unknown => {
    found ||= isRecord(one) && (one["readOnly"] === true || one["writeOnly"] === true);
    return mapInner(one, visit);
  };
  visit(schema);
  return found;
}

const mark = { request: "readOnly", response: "writeOnly" } as const;
const none: ReadonlySet<string> = new Set();

class Sides {
  readonly #document: OpenApiDocument;
  readonly #schemas: Schemas;
  /** Components in which, or below which, a member stands on one side alone. */
  readonly #marked: ReadonlySet<string>;
  readonly #answered: ReadonlySet<string>;
  readonly #names: Names;
  /** What requests call a component. */
  readonly #inputs = new Map<string, string>();
  readonly #waiting: string[] = [];

  constructor(
    document: OpenApiDocument,
    schemas: Schemas,
    marked: ReadonlySet<string>,
    answered: ReadonlySet<string>,
  ) {
    this.#document = document;
    this.#schemas = schemas;
    this.#marked = marked;
    this.#answered = answered;
    this.#names = new Names(Object.keys(schemas));
  }

  apply(): OpenApiDocument {
    const { components, ...rest } = this.#document;
    const { schemas: _schemas, ...others } = components ?? {};
    const parts = mapSchemas("document", { ...rest, components: others }, (schema, side) =>
      side === undefined ? schema : this.#schema(schema, side),
    );
    const made = new Map(
      Object.entries(this.#schemas).map(([name, schema]) => {
        const isOurs = this.#marked.has(name) && this.#answered.has(name);
        return [name, isOurs ? this.#schema(schema, "response") : schema];
      }),
    );
    for (let name = this.#waiting.shift(); name !== undefined; name = this.#waiting.shift())
      made.set(this.#inputs.get(name) ?? name, this.#schema(this.#schemas[name], "request"));
    const whole = isRecord(parts) ? parts : {};
    const kept = isRecord(whole["components"]) ? whole["components"] : {};
    const named = { ...kept, schemas: Object.fromEntries(made) };
    return { ...whole, components: named } as unknown as OpenApiDocument;
  }

  /** A schema as one side has it; `gone` are members of what stands around it that it may require. */
  #schema(schema: unknown, side: Side, gone: ReadonlySet<string> = none): unknown {
    if (!isRecord(schema)) return schema;
    const own = new Set([...gone, ...this.#lost(schema, side)]);
    const { $ref: reference, required, properties, ...rest } = schema;
    const left = Array.isArray(required) ? required.filter((name) => !own.has(String(name))) : [];
    const members = Object.entries(isRecord(properties) ? properties : {});
    const kept = members.filter(([, member]) => !this.#isLost(member, side));
    const whole = {
      ...(typeof reference === "string" && { $ref: this.#reference(reference, side) }),
      ...rest,
      ...(isRecord(properties) && { properties: Object.fromEntries(kept) }),
      ...(left.length > 0 && { required: left }),
    };
    // What is required beside a part may be a member of it.
    return mapInner(whole, (inner, keyword) =>
      this.#schema(inner, side, keyword === "allOf" ? own : none),
    );
  }

  /** The members that a schema and its parts have on the other side alone. */
  #lost(schema: unknown, side: Side, depth = 0): readonly string[] {
    const target: unknown = isRecord(schema) ? resolved(this.#document, schema) : undefined;
    if (!isRecord(target) || depth > 20) return [];
    const { properties, allOf } = target;
    const own = Object.entries(isRecord(properties) ? properties : {})
      .filter(([, member]) => this.#isLost(member, side))
      .map(([name]) => name);
    const parts: readonly unknown[] = Array.isArray(allOf) ? allOf : [];
    return [...own, ...parts.flatMap((part) => this.#lost(part, side, depth + 1))];
  }

  #isLost(schema: unknown, side: Side): boolean {
    if (!isRecord(schema)) return false;
    const target: unknown = resolved(this.#document, schema);
    return [schema, target].some((one) => isRecord(one) && one[mark[side]] === true);
  }

  #reference(reference: string, side: Side): string {
    const name = schemaName(reference);
    if (side === "response" || name === undefined || !this.#marked.has(name)) return reference;
    let input = this.#inputs.get(name);
    if (input === undefined) {
      input = this.#answered.has(name) ? this.#names.take(`${name}Input`, "_") : name;
      this.#inputs.set(name, input);
      this.#waiting.push(name);
    }
    return schemaReference(input);
  }
}
