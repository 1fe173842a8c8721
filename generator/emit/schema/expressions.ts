import { Remembered, rememberingOf } from "../../collections/remembered.js";
import type { SchemaObject } from "../../openapi/document.js";
import type { ParameterModel } from "../../openapi/model.js";
import { layOut } from "../layout/doc.js";
import { code, type Text } from "../text.js";
import type { TypeExpression } from "../type-names.js";
import { objectOf } from "./collect.js";
import { memberLines, wordsOf } from "./declare.js";
import type { Referred, Stand } from "./names.js";
import { printType } from "./print.js";
import { finished } from "./shapes.js";
import { type Asked, cleanedOf, translate } from "./translate.js";
import { componentsIn, type Tree } from "./tree.js";

export const wideStand: Stand = { kind: "wide" };
export const versionStand: Stand = { kind: "V" };

/** What is looked at beside a schema while it is written where it is used. */
interface Written extends Asked {
  nameOf(component: string): Text<"identifier">;
  textOf(component: string): Text<"code">;
}

const knownWide = new Remembered<TypeExpression>();
const knownAtVersion = new Remembered<TypeExpression>();
const knownTrees = new Remembered<Tree>();

/** The types of schemas where they are used. Of each schema one is made once for a model. */
export class Expressions {
  readonly #written: Written;
  readonly #wide: (schema: SchemaObject) => TypeExpression;
  readonly #atVersion: (schema: SchemaObject) => TypeExpression;
  /** The components that the type of a schema refers to. */
  readonly components: (schema: SchemaObject) => ReadonlySet<string>;

  constructor(asked: Asked, refer: (component: string, stand: Stand) => Referred) {
    const writtenFor = (stand: Stand): Written => ({
      ...asked,
      nameOf: (component) => refer(component, stand).name,
      textOf: (component) => refer(component, stand).text,
    });
    const [wide, atVersion] = [writtenFor(wideStand), writtenFor(versionStand)];
    this.#written = wide;
    this.#wide = rememberingOf((schema) =>
      knownWide.of(schema, wide, (recorded) => expressionOf(schema, recorded)),
    );
    this.#atVersion = rememberingOf((schema) =>
      knownAtVersion.of(schema, atVersion, (recorded) => expressionOf(schema, recorded)),
    );
    this.components = rememberingOf((schema) => componentsIn(treeOf(schema, asked)));
  }

  of(schema: SchemaObject, stand: Stand): TypeExpression {
    return stand === wideStand ? this.#wide(schema) : this.#atVersion(schema);
  }

  /** Members for parameters that are written inline, as whole lines. */
  members(parameters: readonly ParameterModel[], spaces: number): TypeExpression {
    const asked = { ...this.#written, spaces: () => spaces };
    return knownMembers.of(parameters, asked, (recorded) =>
      membersOf(parameters, recorded, recorded.spaces()),
    );
  }
}

const knownMembers = new Remembered<TypeExpression>();

function membersOf(
  parameters: readonly ParameterModel[],
  asked: Written,
  spaces: number,
): TypeExpression {
  const tree = finished(translate(cleanedOf(objectOf(parameters), asked), asked), true);
  const { printing, imports } = printingFor(asked);
  const text = memberLines(tree, { ...printing, words: wordsOf }, spaces);
  return { text: code`${text as Text<"code">}`, imports: imports() };
}

function treeOf(schema: SchemaObject, asked: Asked): Tree {
  return knownTrees.of(schema, asked, (recorded) =>
    translate(cleanedOf(schema, recorded), recorded),
  );
}

/** On one line: what would not fit has a name. */
function expressionOf(schema: SchemaObject, asked: Written): TypeExpression {
  const { printing, imports } = printingFor(asked);
  const text = layOut(printType(treeOf(schema, asked), printing), 0, Number.POSITIVE_INFINITY);
  return { text: text as Text<"code">, imports: imports() };
}

function printingFor({ textOf, nameOf }: Written) {
  const names = new Set<Text<"identifier">>();
  return {
    printing: {
      refer: (component: string) => {
        names.add(nameOf(component));
        return textOf(component);
      },
      words: () => "",
      expanded: false,
    },
    imports: () => [...names].toSorted((a, b) => (a < b ? -1 : 1)),
  };
}
