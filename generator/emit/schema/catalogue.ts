import type { KnownTexts } from "../../collections/known-texts.js";
import type { SchemaObject } from "../../openapi/document.js";
import type { ApiModel, OperationModel } from "../../openapi/model.js";
import { digestOf } from "../header.js";
import type { Text } from "../text.js";
import { code, identifier } from "../text.js";
import type { TypeCatalogue, TypeExpression } from "../type-names.js";
import { type Causes, causesOf } from "./causes.js";
import { findCircles } from "./circles.js";
import type { Clean } from "./clean.js";
import { collect, objectOf, type Entry } from "./collect.js";
import { declare, memberLines, wordsOf, type Knowledge } from "./declare.js";
import { layOut } from "../layout/doc.js";
import { nameShapes, refer, type Stand } from "./names.js";
import { printType } from "./print.js";
import { findVariations } from "./shapes.js";
import { makeTranslator } from "./translate.js";
import type { Tree } from "./tree.js";
import { componentsIn } from "./tree.js";
import { unknownTree, withUndefined } from "./unions.js";

/** The catalogue of a model, and what `types.ts` declares. */
export interface Types {
  readonly catalogue: TypeCatalogue;
  /** Each declaration as it is written, without an empty line behind it. */
  declarations(texts: KnownTexts): readonly string[];
  /** Of the schemas that the declarations are made from. */
  digest(): string;
}

const known = new WeakMap<ApiModel, Promise<Types>>();

/** Made once for a model: all emitters share it. */
export function typesOf(model: ApiModel): Promise<Types> {
  const made = known.get(model) ?? makeTypes(model);
  known.set(model, made);
  return made;
}

export async function makeCatalogue(model: ApiModel): Promise<TypeCatalogue> {
  return (await typesOf(model)).catalogue;
}

async function makeTypes(model: ApiModel): Promise<Types> {
  const versioned = model.microversions !== undefined && model.projected === undefined;
  const collected = collect(model);
  const { entries } = collected;
  const byKey = new Map(entries.map((entry) => [entry.key, entry]));
  const translator = makeTranslator(
    Object.fromEntries(entries.map(({ key, schema }) => [key, schema])),
    collected.same,
  );
  const cleaned = (schema: SchemaObject, { view }: Entry) =>
    translator.viewed(translator.cleaned(schema), view);
  const variations = findVariations(entries, versioned ? model.microversions : undefined, cleaned);
  const shapeNames = nameShapes(collected, variations);
  const typeOf = (cleaned: Clean, entry: Entry) => finished(translator.translate(cleaned), entry);
  const plain = new Map(
    entries.map((entry) => [entry.key, typeOf(cleaned(entry.schema, entry), entry)]),
  );
  const shapes = new Map(
    entries.map((entry) => {
      const variation = variations.get(entry.key);
      const points = variation?.kind === "shaped" ? variation.points : [];
      const types = points.map((one) => [one, typeOf(variation?.at(one) ?? false, entry)] as const);
      return [entry.key, new Map(types)];
    }),
  );
  const circles = findCircles(
    new Map([...plain].map(([key, tree]) => [key, [tree, ...(shapes.get(key)?.values() ?? [])]])),
    (key) => variations.get(key)?.kind === "holder",
  );
  const causes = causesOf(model, collected, variations, shapeNames);
  const types: Knowledge = {
    ...collected,
    variations,
    shapeNames,
    circles,
    wide: ({ key }) => circles.cut(key, plain.get(key) ?? unknownTree),
    shape: ({ key }, point) => circles.cut(key, shapes.get(key)?.get(point) ?? unknownTree),
    refer: (key, stand) => {
      const names = shapeNames.get(key);
      if (names === undefined) return { text: code`unknown`, name: identifier("unknown") };
      return refer(variations.get(key), names, stand);
    },
  };
  return {
    catalogue: new Catalogue(types, versioned, causes, (schema) =>
      translator.translate(translator.cleaned(schema)),
    ),
    declarations: (texts) =>
      entries.flatMap((entry): readonly string[] => {
        const make = () => JSON.stringify(declare(types, byKey.get(entry.key) ?? entry));
        return JSON.parse(texts.text("declarations", [causes.ofEntry(entry)], make));
      }),
    digest: () => digestOf(entries.map(({ name, schema }) => [name, schema])),
  };
}

/**
 * Members of inputs take `undefined`: with `exactOptionalPropertyTypes` they would not. They are
 * only read, so their lists may be constants: `["id", "name"] as const`.
 */
function finished(tree: Tree, entry: { readonly input: boolean }): Tree {
  if (!entry.input || tree.kind !== "object") return tree;
  return {
    ...tree,
    members: tree.members.map((member) => {
      const type = onlyRead(member.type);
      return { ...member, type: member.optional ? withUndefined(type) : type };
    }),
  };
}

function onlyRead(type: Tree): Tree {
  if (type.kind === "array") return { ...type, of: onlyRead(type.of), fixed: true };
  return type.kind === "union" ? { ...type, of: type.of.map(onlyRead) } : type;
}

class Catalogue implements TypeCatalogue {
  readonly versioned: boolean;
  readonly #known: Knowledge;
  readonly #causes: Causes;
  readonly #translate: (schema: SchemaObject) => Tree;
  readonly #entries: ReadonlyMap<string, Entry>;

  constructor(
    types: Knowledge,
    versioned: boolean,
    causes: Causes,
    translate: (schema: SchemaObject) => Tree,
  ) {
    this.#causes = causes;
    this.versioned = versioned;
    this.#known = types;
    this.#translate = translate;
    this.#entries = new Map(types.entries.map((entry) => [entry.key, entry]));
  }

  causesOf(operations: readonly OperationModel[]): string {
    return this.#causes.ofOperations(operations);
  }

  nameOf(component: string): Text<"identifier"> {
    const one = this.#known.same.get(component) ?? component;
    return this.#entries.get(one)?.name ?? identifier("unknown");
  }

  variesWithVersion(component: string): boolean {
    const one = this.#known.same.get(component) ?? component;
    const kind = this.#known.variations.get(one)?.kind;
    return kind === "shaped" || kind === "holder";
  }

  varies(schema: SchemaObject): boolean {
    const key = this.#known.inline.get(schema);
    if (key !== undefined) return this.variesWithVersion(key);
    return [...componentsIn(this.#translate(schema))].some((one) => this.variesWithVersion(one));
  }

  reference(schema: SchemaObject, version?: "V"): TypeExpression {
    const stand: Stand = { kind: version ?? "wide" };
    const key = this.#known.inline.get(schema);
    if (key !== undefined) return this.#named(key, stand);
    return this.#expression(this.#translate(schema), stand);
  }

  query(operation: OperationModel, version?: "V"): TypeExpression | undefined {
    return this.#parameters(operation, "query", version);
  }

  headers(operation: OperationModel, version?: "V"): TypeExpression | undefined {
    return this.#parameters(operation, "header", version);
  }

  parametersVary(operation: OperationModel, where: "query" | "header"): boolean {
    const key = this.#known.parameters.get(operation)?.[where];
    return key !== undefined && this.variesWithVersion(key);
  }

  members(parameters: OperationModel["parameters"], spaces: number): TypeExpression {
    const tree = finished(this.#translate(objectOf(parameters)), { input: true });
    const { printing, imports } = this.#printing({ kind: "wide" });
    const text = memberLines(tree, { ...printing, words: wordsOf }, spaces);
    return { text: code`${text as Text<"code">}`, imports: imports() };
  }

  #parameters(
    operation: OperationModel,
    where: "query" | "header",
    version: "V" | undefined,
  ): TypeExpression | undefined {
    const key = this.#known.parameters.get(operation)?.[where];
    return key === undefined ? undefined : this.#named(key, { kind: version ?? "wide" });
  }

  #named(key: string, stand: Stand): TypeExpression {
    const { text, name } = this.#known.refer(key, stand);
    return { text, imports: [name] };
  }

  /** On one line: what would not fit has a name. */
  #expression(tree: Tree, stand: Stand): TypeExpression {
    const { printing, imports } = this.#printing(stand);
    const text = layOut(printType(tree, printing), 0, Number.POSITIVE_INFINITY);
    return { text: text as Text<"code">, imports: imports() };
  }

  #printing(stand: Stand) {
    const names = new Set<Text<"identifier">>();
    return {
      printing: {
        refer: (component: string) => {
          const { text, name } = this.#known.refer(component, stand);
          names.add(name);
          return text;
        },
        words: () => "",
        expanded: false,
      },
      imports: () => [...names].toSorted((a, b) => (a < b ? -1 : 1)),
    };
  }
}
