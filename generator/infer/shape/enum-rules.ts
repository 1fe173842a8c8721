import type { Rule } from "../votes/vote.js";
import { leadingWords, listedIn } from "../words/values/listed-values.js";

/** What is known of the values that a member may have. */
export interface EnumFacts {
  readonly name: string;
  /** The values of its entry's own `enum`. */
  readonly given: readonly unknown[] | undefined;
  readonly prose: string;
  /** It may be a text. */
  readonly text: boolean;
  /** Samples show a text. */
  readonly shown: boolean;
  /** What a table in the text of its chapter lists for it. */
  readonly tabled: readonly string[] | undefined;
}

/** Values, and whether the docs say of them that there are no others. */
export interface ListedValues {
  readonly values: readonly unknown[];
  readonly complete: boolean;
}

export type EnumRule = Rule<EnumFacts, ListedValues | undefined, readonly unknown[]>;

const member = (known: Partial<EnumFacts>): EnumFacts => ({
  name: "colour",
  given: undefined,
  prose: "",
  text: true,
  shown: false,
  tabled: undefined,
  ...known,
});

/** Where values are listed. The first rule that finds any decides. */
export const enumRules: readonly EnumRule[] = [
  {
    name: "the entry lists them",
    why: "An `enum` in parameters.yaml is a list of values, whatever the prose says.",
    kept: "JSON Schema: enum lists the values",
    example: {
      docs: "`colour` has `enum: [red, blue]`; its prose says: one of `red`, `blue` or `green`.",
      facts: member({ given: ["red", "blue"], prose: "One of `red`, `blue` or `green`." }),
      gives: ["red", "blue"],
    },
    says: ({ given }) => (given === undefined ? undefined : { values: given, complete: true }),
  },
  {
    name: "the prose lists them",
    why: "A sentence that announces values, or bullets below one, lists them.",
    example: {
      docs: "The prose of `colour` says: one of `red` or `blue`.",
      facts: member({ prose: "One of `red` or `blue`." }),
      gives: ["red", "blue"],
    },
    says: ({ prose, name, text }) => (text ? listedIn(prose, name) : undefined),
  },
  {
    name: "the prose begins with them",
    why: "Two words before a relative clause may be values, or kinds of names: only a sample tells.",
    kept: "English: what stands before `which` is named by it",
    example: {
      docs: "The prose of `way` says: `Ingress or egress, which is how …`; a sample has one of them.",
      facts: member({ prose: "Ingress or egress, which is how it goes.", shown: true }),
      gives: ["ingress", "egress"],
    },
    says: ({ prose, text, shown }) => (text && shown ? leadingWords(prose) : undefined),
  },
  {
    name: "a table of the chapter lists them",
    why: "A chapter that says once what states its resource has says it of all its operations.",
    example: {
      docs: "Above the operations of boxes stands a table, `Box colours`, of red and blue.",
      facts: member({ tabled: ["red", "blue"] }),
      gives: ["red", "blue"],
    },
    says: ({ tabled, text }) => (tabled && text ? { values: tabled, complete: false } : undefined),
  },
];
