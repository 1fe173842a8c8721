import { createRequire } from "node:module";
import type * as openapiTypescript from "openapi-typescript";
import type ts from "typescript";
import type { SchemaObject } from "../../openapi/document.js";
import { code, identifier, literal } from "../text.js";
import type { Clean, CleanSchema, CleanView } from "./clean.js";
import { clean, fromKey } from "./clean.js";
import type { Member, ObjectTree, Tree } from "./tree.js";
import type { View } from "./views.js";
import { indexed, intersectionOf, neverTree, unionOf, unknownTree } from "./unions.js";

/** Makes types of schemas; a schema may be cleaned (and its refs and origins known) before. */
export interface Translator {
  cleaned(schema: SchemaObject): Clean;
  /** The same of what another component has a view of. */
  viewed(own: Clean, view: View | undefined): Clean;
  translate(cleaned: Clean): Tree;
  /** The key of the schema that a reference in a cleaned schema leads to. */
  keyOf(reference: string): string | undefined;
}

/**
 * The only module that knows openapi-typescript and TypeScript. Both take most of a second to load,
 * so they are loaded when the first type is made. What is used of openapi-typescript is its
 * translation of a Schema Object into a syntax tree; the tree becomes a `Tree` at once.
 */
export function makeTranslator(
  schemas: Readonly<Record<string, SchemaObject>>,
  same: ReadonlyMap<string, string>,
): Translator {
  const { typescript, transformSchemaObject } = load();
  const names = Object.keys(schemas);
  const keys = new Map(names.map((name, index) => [name, `c${index}`]));
  const origins = new WeakMap<object, SchemaObject>();
  const cleaning = {
    schemas,
    keyOf: (name: string) => keys.get(name) ?? name,
    sameAs: (name: string) => same.get(name) ?? name,
    origins,
  };
  const components: Record<string, Clean> = {};
  const known = new WeakMap<SchemaObject, Clean>();
  const schemaOf = new WeakMap<object, SchemaObject>();

  const nameAt = (reference: string) => names[Number(reference.split("/c").at(-1))];

  const options = {
    ...defaults,
    transform: (schema: object) =>
      isEmptyObject(schema) ? typescript.factory.createTypeLiteralNode([]) : undefined,
    // Each member remembers where it comes from; its words become JSDoc in `print`.
    transformProperty: (property: ts.PropertySignature, schema: object) => {
      const origin = origins.get(schema);
      if (origin !== undefined) schemaOf.set(property, origin);
      return undefined;
    },
    resolve: (reference: string) => {
      const name = nameAt(reference);
      if (name === undefined) return undefined;
      components[name] ??= clean(schemas[name], cleaning);
      return components[name];
    },
  };
  const lift = new Lift(typescript, names, schemaOf);
  return {
    keyOf: nameAt,
    cleaned(schema) {
      const cleaned = known.get(schema) ?? clean(schema, cleaning);
      known.set(schema, cleaned);
      return cleaned;
    },
    viewed(own, view) {
      if (view === undefined) return own;
      const key = cleaning.keyOf(view.resource);
      const { pick, omit } = view;
      return {
        ...(typeof own === "object" && own.properties !== undefined && own),
        view:
          pick === undefined
            ? { $ref: `#/components/schemas/${key}`, ...(omit !== undefined && { omit }) }
            : { resource: key, pick },
      };
    },
    translate(cleaned) {
      if (typeof cleaned === "boolean") return cleaned ? unknownTree : neverTree;
      if (cleaned.view !== undefined) {
        const { view, ...own } = cleaned;
        const rest = Object.keys(own).length === 0 ? [] : [this.translate(own)];
        return intersectionOf([viewTree(view, nameAt), ...rest]);
      }
      // openapi-typescript declares its context as what its command line gives; this is that part
      // of it which the translation of a schema reads.
      const transform = transformSchemaObject as unknown as (
        schema: CleanSchema,
        options: { readonly path: string; readonly ctx: object },
      ) => ts.TypeNode;
      return lift.type(transform(cleaned, { path: "#/components/schemas/_", ctx: options }));
    },
  };
}

/**
 * Required, not imported: Node looks through all nine megabytes of TypeScript twice before it
 * imports them, for what they export and whether they are a module. Of openapi-typescript only the
 * translation is loaded, without the reader and the linter of documents that stand beside it.
 */
function load() {
  const require = createRequire(import.meta.url);
  const typescript: typeof ts = require("typescript");
  const {
    default: transformSchemaObject,
  }: Transform = require("openapi-typescript/dist/transform/schema-object.cjs");
  return { typescript, transformSchemaObject };
}

interface Transform {
  readonly default: typeof openapiTypescript.transformSchemaObject;
}

/** What openapi-typescript would set without options, but for three that change meaning. */
const defaults = {
  additionalProperties: false,
  alphabetize: false,
  arrayLength: false,
  // A default does not make a member required: the answer may still lack it.
  defaultNonNullable: false,
  discriminators: { objects: {}, refsHandled: [] },
  // An object of which nothing is said may have any member.
  emptyObjectsUnknown: true,
  enum: false,
  enumValues: false,
  conditionalEnums: false,
  dedupeEnums: false,
  excludeDeprecated: false,
  exportType: false,
  immutable: false,
  injectFooter: [],
  pathParamsAsTypes: false,
  propertiesRequiredByDefault: false,
  readWriteMarkers: false,
  rootTypes: false,
  silent: true,
};

function isEmptyObject(schema: object): boolean {
  return (
    "additionalProperties" in schema &&
    schema.additionalProperties === false &&
    !("properties" in schema)
  );
}

/** From the syntax tree of TypeScript to ours. */
class Lift {
  readonly #ts: typeof ts;
  readonly #names: readonly string[];
  readonly #schemaOf: WeakMap<object, SchemaObject>;

  constructor(
    typescript: typeof ts,
    names: readonly string[],
    schemaOf: WeakMap<object, SchemaObject>,
  ) {
    this.#ts = typescript;
    this.#names = names;
    this.#schemaOf = schemaOf;
  }

  type(node: ts.TypeNode): Tree {
    const is = this.#ts;
    if (is.isParenthesizedTypeNode(node)) return this.type(node.type);
    if (is.isArrayTypeNode(node)) return { kind: "array", of: this.type(node.elementType) };
    if (is.isTupleTypeNode(node)) {
      return { kind: "tuple", of: node.elements.map((element) => this.type(element)) };
    }
    if (is.isUnionTypeNode(node)) return unionOf(node.types.map((type) => this.type(type)));
    if (is.isIntersectionTypeNode(node)) return this.#intersection(node);
    if (is.isTypeLiteralNode(node)) return this.#object(node);
    if (is.isIndexedAccessTypeNode(node)) return this.#component(node);
    if (is.isTypeReferenceNode(node)) return this.#generic(node);
    return this.#word(node);
  }

  /** `components["schemas"]["c7"]`. */
  #component(node: ts.IndexedAccessTypeNode): Tree {
    const { indexType } = node;
    const key =
      this.#ts.isLiteralTypeNode(indexType) && this.#ts.isStringLiteral(indexType.literal)
        ? indexType.literal.text
        : "";
    const component = this.#names[Number(key.slice(1))];
    return component === undefined ? unknownTree : { kind: "reference", component };
  }

  #generic(node: ts.TypeReferenceNode): Tree {
    const name = this.#ts.isIdentifier(node.typeName) ? node.typeName.text : "";
    const of = (node.typeArguments ?? []).map((argument) => this.type(argument));
    const [, value] = of;
    if (name === "Record" && value !== undefined) {
      return { kind: "object", members: [], index: value };
    }
    // What is left are helpers with names of members: `WithRequired<Image, "id">`.
    return { kind: "generic", name: code`${identifier(name)}`, of: of.map(named) };
  }

  /** An object with members and the signature for all others come as two. */
  #intersection(node: ts.IntersectionTypeNode): Tree {
    const parts = node.types.map((type) => this.type(type));
    const [first, second] = parts;
    if (
      parts.length === 2 &&
      first?.kind === "object" &&
      second?.kind === "object" &&
      first.index === undefined &&
      second.index !== undefined &&
      second.members.length === 0
    ) {
      return indexed({ ...first, index: second.index });
    }
    return intersectionOf(parts);
  }

  #object(node: ts.TypeLiteralNode): ObjectTree {
    const members: Member[] = [];
    let index: Tree | undefined;
    for (const element of node.members) {
      if (this.#ts.isPropertySignature(element)) {
        members.push({
          name: this.#memberName(element.name),
          optional: element.questionToken !== undefined,
          type: element.type === undefined ? unknownTree : this.type(element.type),
          schema: this.#schemaOf.get(element),
        });
      } else if (this.#ts.isIndexSignatureDeclaration(element)) index = this.type(element.type);
    }
    if (members.length === 0 && index === undefined) index = neverTree;
    return { kind: "object", members, index };
  }

  #memberName(name: ts.PropertyName): string {
    const is = this.#ts;
    return is.isIdentifier(name) || is.isStringLiteral(name) || is.isNumericLiteral(name)
      ? fromKey(name.text)
      : "";
  }

  #word(node: ts.Node): Tree {
    const { SyntaxKind } = this.#ts;
    // openapi-typescript writes a string literal as an identifier with quotes around it.
    if (this.#ts.isIdentifier(node)) return this.#string(node.text);
    if (this.#ts.isLiteralTypeNode(node)) return this.#literal(node.literal);
    switch (node.kind) {
      case SyntaxKind.StringKeyword:
        return { kind: "word", text: code`string` };
      case SyntaxKind.NumberKeyword:
        return { kind: "word", text: code`number` };
      case SyntaxKind.BooleanKeyword:
        return { kind: "word", text: code`boolean` };
      case SyntaxKind.UndefinedKeyword:
        return { kind: "word", text: code`undefined` };
      case SyntaxKind.NeverKeyword:
        return neverTree;
      default:
        return unknownTree;
    }
  }

  #literal(node: ts.Node): Tree {
    const is = this.#ts;
    if (is.isStringLiteral(node)) return { kind: "word", text: code`${literal(node.text)}` };
    if (is.isNumericLiteral(node)) return numberTree(node.text);
    if (is.isPrefixUnaryExpression(node) && is.isNumericLiteral(node.operand)) {
      return numberTree(`-${node.operand.text}`);
    }
    if (is.isIdentifier(node)) return this.#string(node.text);
    const words = { true: code`true`, false: code`false`, null: code`null` };
    if (node.kind === is.SyntaxKind.TrueKeyword) return { kind: "word", text: words.true };
    if (node.kind === is.SyntaxKind.FalseKeyword) return { kind: "word", text: words.false };
    return node.kind === is.SyntaxKind.NullKeyword
      ? { kind: "word", text: words.null }
      : unknownTree;
  }

  #string(text: string): Tree {
    if (!text.startsWith('"')) return unknownTree;
    const value: unknown = JSON.parse(text);
    return typeof value === "string"
      ? { kind: "word", text: code`${literal(value)}` }
      : unknownTree;
  }
}

/** `Server`, `Pick<Server, "id" | "name">` or `Omit<Server, "status">`. */
function viewTree(view: CleanView, nameAt: (reference: string) => string | undefined): Tree {
  const component = nameAt("resource" in view ? `/${view.resource}` : view.$ref);
  if (component === undefined) return unknownTree;
  const of: Tree = { kind: "reference", component };
  const keys = "pick" in view ? view.pick : (view.omit ?? []);
  if (keys.length === 0) return of;
  const names = keys.map((key): Tree => ({ kind: "word", text: code`${literal(key)}` }));
  return {
    kind: "generic",
    name: "pick" in view ? code`Pick` : code`Omit`,
    of: [of, unionOf(names)],
  };
}

/** Literals of members by the names that the docs have. */
function named(tree: Tree): Tree {
  if (tree.kind === "word") return { kind: "word", text: fromKey(tree.text) as typeof tree.text };
  return tree.kind === "union" ? { ...tree, of: tree.of.map(named) } : tree;
}

function numberTree(text: string): Tree {
  const value = Number(text);
  return { kind: "word", text: Number.isFinite(value) ? code`${value}` : code`number` };
}
