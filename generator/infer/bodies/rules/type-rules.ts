import type { Rule } from "../../votes/vote.js";
import { isIdentifier } from "../../words/names/identifiers.js";
import type { Kind } from "../../words/kind.js";
import { saysListOfStrings } from "../../words/values/listed-strings.js";

/** What is known of a value whose type the docs name. */
export interface TypeFacts {
  /** The name of its row; empty without one. */
  readonly name: string;
  /** The kinds that the types of its rows name. */
  readonly named: readonly Kind[];
  /** Whether all that they name is that there is no value: `none`, `null`. */
  readonly valueless: boolean;
  readonly prose: string;
  /** Whether anything else than null is seen of it: a value, a text, or rows below. */
  readonly seen: boolean;
  readonly textSeen: boolean;
}

/** A rule for a type that means another than it names. */
export type TypeRule = Rule<TypeFacts, readonly Kind[] | undefined, readonly Kind[]>;

/** Prose whose subject is a map: "Map that contains options". */
const isAMap = /^\s*(?:an? |the )?(?:map|mapping|dictionary|dict)\b/i;

const value = (known: Partial<TypeFacts>): TypeFacts => ({
  name: "lids",
  named: ["object"],
  valueless: false,
  prose: "",
  seen: false,
  textSeen: false,
  ...known,
});

const isObject = ({ named, seen }: TypeFacts): boolean => named.join() === "object" && !seen;

/** What a documented type means, where that is not what it names. The first that says it decides. */
export const typeRules: readonly TypeRule[] = [
  {
    name: "no value at all",
    why: "What is called null, and holds nothing that anybody sees, is null: the key alone says it.",
    kept: "JSON has a value for nothing, and its name is null",
    example: {
      docs: "`lids`, of the type none; no sample shows a value, and no row stands below it.",
      facts: value({ named: [], valueless: true }),
      gives: ["null"],
    },
    says: ({ valueless, seen }) => (valueless && !seen ? ["null"] : undefined),
  },
  {
    name: "an object that is a list of texts",
    why: "Prose that calls a value a list of names, and no sample, says more than a type that was chosen in a hurry.",
    kept: "English: it is said in so many words",
    example: {
      docs: "The prose of `lids`, an object, calls it a list of names; no sample shows it.",
      facts: value({ prose: "A list of names of lids." }),
      gives: ["array"],
    },
    says: (facts) => (isObject(facts) && saysListOfStrings(facts.prose) ? ["array"] : undefined),
  },
  {
    name: "a text that is a map",
    why: "Prose that calls a value a map means an object, though some services take it as a text of JSON.",
    kept: "English: it is said in so many words",
    example: {
      docs: "The prose of `lids`, a string, calls it a map; no sample shows a text.",
      facts: value({ named: ["string"], prose: "Map of the lids." }),
      gives: ["string", "object"],
    },
    says: ({ named, prose, textSeen }) =>
      named.join() === "string" && !textSeen && isAMap.test(prose)
        ? ["string", "object"]
        : undefined,
  },
  {
    name: "an identifier that is called an object",
    why: "An identifier may well be a text, whatever its type says.",
    kept: "JSON has no kind for identifiers: they are texts or numbers",
    example: {
      docs: "`box_id`, an object, which no sample shows.",
      facts: value({ name: "box_id" }),
      gives: ["string", "object"],
    },
    says: (facts) =>
      isObject(facts) && isIdentifier(facts.name) ? ["string", ...facts.named] : undefined,
  },
];

/** The kinds that the types of rows mean, and the rule that says so if they name others. */
export function meantKinds(
  rules: readonly TypeRule[],
  facts: TypeFacts,
): { readonly kinds: readonly Kind[]; readonly rule: string | undefined } {
  for (const { name, says } of rules) {
    const kinds = says(facts);
    if (kinds !== undefined) return { kinds, rule: name };
  }
  return { kinds: facts.named, rule: undefined };
}
