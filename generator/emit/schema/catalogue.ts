import type { KnownTexts } from "../../collections/known-texts.js";
import { Remembered, rememberingOf } from "../../collections/remembered.js";
import { canonicalJson, digestOfJson } from "../../openapi/canonical.js";
import type { SchemaObject } from "../../openapi/document.js";
import type { ApiModel, OperationModel } from "../../openapi/model.js";
import type { Text } from "../text.js";
import { code, identifier } from "../text.js";
import type { TypeCatalogue, TypeExpression } from "../type-names.js";
import { type Causes, causesOf } from "./causes.js";
import { findCircles } from "./circles.js";
import { collect, objectOf, type Entry } from "./collect.js";
import { memberLines, wordsOf, type Knowledge } from "./declare.js";
import { declarations } from "./declarations.js";
import { layOut } from "../layout/doc.js";
import { nameShapes, refer, type Referred, type Stand } from "./names.js";
import { printType } from "./print.js";
import { findVariations, finished } from "./shapes.js";
import { type Asked, askedOf, cleanedOf, translate } from "./translate.js";
import type { Tree } from "./tree.js";
import { componentsIn } from "./tree.js";
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
  readonly #asked: Asked;
  readonly #entries: ReadonlyMap<string, Entry>;

  constructor(types: Knowledge, versioned: boolean, causes: Causes, asked: Asked) {
    this.#causes = causes;
    this.versioned = versioned;
    this.#known = types;
    this.#asked = asked;
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
    const stand = version === undefined ? wideStand : versionStand;
    const key = this.#known.inline.get(schema);
    if (key !== undefined) return this.#named(key, stand);
    const asked = {
      ...this.#asked,
      nameOf: (component: string) => this.#known.refer(component, stand).name,
      textOf: (component: string) => this.#known.refer(component, stand).text,
    };
    const known = version === undefined ? wideExpressions : versionExpressions;
    return known.of(schema, asked, (recorded) => expressionOf(schema, recorded));
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
    const tree = finished(this.#translate(objectOf(parameters)), true);
    const { printing, imports } = printingBy((component) =>
      this.#known.refer(component, wideStand),
    );
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

  #translate(schema: SchemaObject): Tree {
    return translate(cleanedOf(schema, this.#asked), this.#asked);
  }
}

const wideStand: Stand = { kind: "wide" };
const versionStand: Stand = { kind: "V" };

const wideExpressions = new Remembered<TypeExpression>();
const versionExpressions = new Remembered<TypeExpression>();

/** What is looked at beside a schema while it is written where it is used. */
interface Written extends Asked {
  nameOf(component: string): Text<"identifier">;
  textOf(component: string): Text<"code">;
}

/** On one line: what would not fit has a name. */
function expressionOf(schema: SchemaObject, asked: Written): TypeExpression {
  const { printing, imports } = printingBy((component) => ({
    text: asked.textOf(component),
    name: asked.nameOf(component),
  }));
  const tree = translate(cleanedOf(schema, asked), asked);
  const text = layOut(printType(tree, printing), 0, Number.POSITIVE_INFINITY);
  return { text: text as Text<"code">, imports: imports() };
}

function printingBy(refer: (component: string) => Referred) {
  const names = new Set<Text<"identifier">>();
  return {
    printing: {
      refer: (component: string) => {
        const { text, name } = refer(component);
        names.add(name);
        return text;
      },
      words: () => "",
      expanded: false,
    },
    imports: () => [...names].toSorted((a, b) => (a < b ? -1 : 1)),
  };
}
