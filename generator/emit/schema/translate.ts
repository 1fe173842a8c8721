import type { SchemaObject } from "../../openapi/document.js";
import { Remembered } from "../../collections/remembered.js";
import { isRecord, pointedAt, schemaName } from "../../openapi/references.js";
import { code, literal } from "../text.js";
import type { Clean, Cleaning, CleanSchema, CleanView } from "./clean.js";
import { clean, originOf } from "./clean.js";
import type { Member, ObjectTree, Tree } from "./tree.js";
import { indexed, intersectionOf, neverTree, unionOf, unknownTree } from "./unions.js";
import type { View } from "./views.js";

/** All that is looked at beside a schema while its type is made. */
export interface Asked extends Cleaning {
  /** What another component says, cleaned. */
  component(name: string): Clean | undefined;
}

/** Schemas by the keys of their components, and the components that have the type of another one. */
export function askedOf(
  schemas: Readonly<Record<string, SchemaObject>>,
  same: ReadonlyMap<string, string>,
): Asked {
  const asked: Asked = {
    componentAt(reference) {
      const said = schemaName(reference);
      const name = said === undefined ? undefined : (same.get(said) ?? said);
      return name !== undefined && Object.hasOwn(schemas, name) ? name : undefined;
    },
    targetOf: (reference) => pointedAt({ components: { schemas } }, reference),
    component(name) {
      const schema = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
      return schema === undefined ? undefined : cleanedOf(schema, asked);
    },
  };
  return asked;
}

const knownCleaned = new Remembered<Clean>();

/** A schema that can be compared; the same object while all that it refers to is the same. */
export function cleanedOf(schema: SchemaObject, asked: Cleaning): Clean {
  return knownCleaned.of(schema, asked, (recorded) => clean(schema, recorded));
}

/** The same of what another component has a view of. */
export function viewed(own: Clean, view: View | undefined): Clean {
  if (view === undefined) return own;
  const says = own !== false && (own.properties ?? own.component) !== undefined;
  return { ...(says && own), view };
}

/** The type of a cleaned schema. */
export function translate(cleaned: Clean, asked: Asked): Tree {
  return new Translation((name) => asked.component(name), originOf).type(cleaned);
}

/** From a cleaned schema to its type: JSON Schema 2020-12, by keyword. */
class Translation {
  readonly #component: (name: string) => Clean | undefined;
  readonly #originOf: (member: CleanSchema) => SchemaObject | undefined;

  constructor(
    component: (name: string) => Clean | undefined,
    originOf: (member: CleanSchema) => SchemaObject | undefined,
  ) {
    this.#component = component;
    this.#originOf = originOf;
  }

  type(schema: Clean): Tree {
    if (schema === false) return neverTree;
    const { view, ...own } = schema;
    if (view !== undefined) {
      const rest = Object.keys(own).length === 0 ? [] : [this.type(own)];
      return intersectionOf([viewTree(view), ...rest]);
    }
    if (schema.component !== undefined) return { kind: "reference", component: schema.component };
    if (schema.enum !== undefined) return unionOf(schema.enum.map(valueTree));
    if (schema.anyOf !== undefined) return unionOf(schema.anyOf.map((one) => this.type(one)));
    if (schema.allOf !== undefined) return this.#all(schema.allOf, schema.required ?? []);
    return this.#typed(schema);
  }

  #typed(schema: CleanSchema): Tree {
    switch (schema.type) {
      case "string":
        return { kind: "word", text: code`string` };
      case "number":
        return { kind: "word", text: code`number` };
      case "boolean":
        return { kind: "word", text: code`boolean` };
      case "null":
        return nullTree;
      case "array":
        return schema.prefixItems === undefined
          ? { kind: "array", of: this.type(schema.items ?? {}) }
          : this.#tuple(schema.prefixItems, schema.minItems);
      case "object":
        return this.#object(schema);
      default:
        return unknownTree;
    }
  }

  #tuple(items: readonly Clean[], least = items.length): Tree {
    const of = items.map((item) => this.type(item));
    return { kind: "tuple", of, ...(least < of.length && { least }) };
  }

  /** An object of which nothing is said may have any member. */
  #object({ properties = {}, required = [], additionalProperties }: CleanSchema): ObjectTree {
    const needed = new Set(required);
    const members = Object.entries(properties).map(([name, member]): Member => ({
      name,
      optional: !needed.has(name),
      type: this.type(member),
      schema: member === false ? undefined : this.#originOf(member),
    }));
    const others = additionalProperties ?? (members.length === 0 ? {} : undefined);
    const index = others === undefined ? undefined : this.type(others);
    return indexed({ kind: "object", members, index });
  }

  /** What `required` says beside the parts is said of the members of each of them. */
  #all(parts: readonly Clean[], required: readonly string[]): Tree {
    const types = parts.map((part) => this.#part(part, required));
    const [first, second, ...more] = types;
    if (more.length === 0 && first?.kind === "object" && second?.kind === "object") {
      const isMap = second.members.length === 0 && second.index !== undefined;
      if (isMap && first.index === undefined) return indexed({ ...first, index: second.index });
    }
    return intersectionOf(types);
  }

  #part(part: Clean, required: readonly string[]): Tree {
    if (part === false) return neverTree;
    const { component } = part;
    if (component === undefined)
      return this.type({ ...part, required: [...required, ...(part.required ?? [])] });
    const of: Tree = { kind: "reference", component };
    const target = this.#component(component);
    const properties = (target !== false && target?.properties) || {};
    const names = required.filter((name) => Object.hasOwn(properties, name));
    if (names.length === 0) return of;
    return { kind: "generic", name: code`WithRequired`, of: [of, namesTree(names)] };
  }
}

const nullTree: Tree = { kind: "word", text: code`null` };

/** The type that only one JSON value has. */
function valueTree(value: unknown): Tree {
  if (typeof value === "string") return { kind: "word", text: code`${literal(value)}` };
  if (typeof value === "number") return { kind: "word", text: code`${value}` };
  if (typeof value === "boolean") return { kind: "word", text: value ? code`true` : code`false` };
  if (value === null) return nullTree;
  if (Array.isArray(value)) return { kind: "tuple", of: value.map(valueTree) };
  if (!isRecord(value)) return unknownTree;
  const members = Object.entries(value).map(([name, member]): Member => ({
    name,
    optional: false,
    type: valueTree(member),
    schema: undefined,
  }));
  return { kind: "object", members, index: members.length === 0 ? neverTree : undefined };
}

/** `Server`, `Pick<Server, "id" | "name">` or `Omit<Server, "status">`. */
function viewTree({ resource, pick, omit }: CleanView): Tree {
  const of: Tree = { kind: "reference", component: resource };
  const names = pick ?? omit ?? [];
  if (names.length === 0) return of;
  const name = pick === undefined ? code`Omit` : code`Pick`;
  return { kind: "generic", name, of: [of, namesTree(names)] };
}

function namesTree(names: readonly string[]): Tree {
  return unionOf(names.map(valueTree));
}
