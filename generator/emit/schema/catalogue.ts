import type { KnownTexts } from "../../collections/known-texts.js";
import { rememberingOf } from "../../collections/remembered.js";
import { canonicalJson, digestOfJson } from "../../openapi/canonical.js";
import type { SchemaObject } from "../../openapi/document.js";
import type { ApiModel, OperationModel } from "../../openapi/model.js";
import type { Text } from "../text.js";
import { code, identifier } from "../text.js";
import type { TypeCatalogue, TypeExpression } from "../type-names.js";
import { type Causes, causesOf } from "./causes.js";
import { findCircles } from "./circles.js";
import { collect, type Entry } from "./collect.js";
import type { Knowledge } from "./declare.js";
import { declarations } from "./declarations.js";
import { Expressions, versionStand, wideStand } from "./expressions.js";
import { nameShapes, refer, type Stand } from "./names.js";
import { findVariations } from "./shapes.js";
import { type Asked, askedOf } from "./translate.js";
import { neverTree, unknownTree } from "./unions.js";

/** The catalogue of a model, and what `types.ts` declares. */
export interface Types {
  readonly catalogue: TypeCatalogue;
  /** The declarations of each entry as they are written, without an empty line behind them. */
  declarations(texts: KnownTexts): readonly (readonly string[])[];
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
  const asked = askedOf(
    Object.fromEntries(entries.map(({ key, schema }) => [key, schema])),
    collected.same,
  );
  const variations = findVariations(entries, versioned ? model.microversions : undefined, asked);
  const shapeNames = nameShapes(collected, variations);
  const wide = (key: string) => variations.get(key)?.wide ?? unknownTree;
  const pointsOf = (key: string) => {
    const variation = variations.get(key);
    return variation?.kind === "shaped" ? variation.points : [];
  };
  const shape = (key: string, point: string) => variations.get(key)?.at(point) ?? neverTree;
  const circles = findCircles(
    new Map(
      entries.map(({ key }) => [
        key,
        [wide(key), ...pointsOf(key).map((point) => shape(key, point))],
      ]),
    ),
    (key) => variations.get(key)?.kind === "holder",
  );
  const causes = causesOf(model, collected, variations, shapeNames);
  const types: Knowledge = {
    ...collected,
    variations,
    shapeNames,
    circles,
    wide: ({ key }) => circles.cut(key, wide(key)),
    shape: ({ key }, point) => circles.cut(key, shape(key, point)),
    refer: (key, stand) => {
      const names = shapeNames.get(key);
      if (names === undefined) return { text: code`unknown`, name: identifier("unknown") };
      return refer(variations.get(key), names, stand);
    },
  };
  return {
    catalogue: new Catalogue(types, versioned, causes, asked),
    declarations: (texts) => declarations(types, causes, texts),
    digest: () => digestOfEntries(entries),
  };
}

/** The digest of the names and schemas of all entries, each of which is written once. */
function digestOfEntries(entries: readonly Entry[]): string {
  const texts = entries.map(
    ({ name, schema }) => `[${JSON.stringify(name)},${canonicalOf(schema)}]`,
  );
  return digestOfJson(`[${texts.join(",")}]`);
}

const canonicalOf = rememberingOf(canonicalJson);

class Catalogue implements TypeCatalogue {
  readonly versioned: boolean;
  readonly #known: Knowledge;
  readonly #causes: Causes;
  readonly #expressions: Expressions;
  readonly #entries: ReadonlyMap<string, Entry>;

  constructor(types: Knowledge, versioned: boolean, causes: Causes, asked: Asked) {
    this.#causes = causes;
    this.versioned = versioned;
    this.#known = types;
    this.#expressions = new Expressions(asked, types.refer);
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
    return [...this.#expressions.components(schema)].some((one) => this.variesWithVersion(one));
  }

  reference(schema: SchemaObject, version?: "V"): TypeExpression {
    const stand = version === undefined ? wideStand : versionStand;
    const key = this.#known.inline.get(schema);
    if (key !== undefined) return this.#named(key, stand);
    return this.#expressions.of(schema, stand);
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
    return this.#expressions.members(parameters, spaces);
  }

  #parameters(
    operation: OperationModel,
    where: "query" | "header",
    version: "V" | undefined,
  ): TypeExpression | undefined {
    const key = this.#known.parameters.get(operation)?.[where];
    return key === undefined
      ? undefined
      : this.#named(key, version === undefined ? wideStand : versionStand);
  }

  #named(key: string, stand: Stand): TypeExpression {
    const { text, name } = this.#known.refer(key, stand);
    return { text, imports: [name] };
  }
}
