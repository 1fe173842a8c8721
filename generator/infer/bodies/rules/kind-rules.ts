import type { Rule } from "../../votes/vote.js";
import { admits } from "../../words/documented-type.js";
import { kindBefore } from "../../words/earlier-versions.js";
import type { Kind } from "../../words/kind.js";

/** What is known of the kinds that a value may have beside those which its type means. */
export interface KindFacts {
  /** What the documented type means; empty without one. */
  readonly documented: readonly Kind[];
  /** Kinds that the samples of this body show. */
  readonly shown: readonly Kind[];
  /** Kinds without members that other answers show for the same entry. */
  readonly answered: readonly Kind[];
  /** Kinds that samples of this side show of the same member, all against the documented type. */
  readonly denying: readonly Kind[];
  /** Other samples show texts in the same map. */
  readonly textsInMap: boolean;
  /** Rows stand below it. */
  readonly holdsRows: boolean;
  /** Names of them say that they stand in one of many: `locks[].code`. */
  readonly indexed: boolean;
  readonly rows: number;
  /** It is of all microversions from the first on. */
  readonly fromFirst: boolean;
  readonly prose: string;
}

/** A rule that adds kinds to those which the docs name. */
export type KindRule = Rule<KindFacts, readonly Kind[], readonly Kind[]>;

const value = (known: Partial<KindFacts>): KindFacts => ({
  documented: ["string"],
  shown: [],
  answered: [],
  denying: [],
  textsInMap: false,
  holdsRows: false,
  indexed: false,
  rows: 1,
  fromFirst: true,
  prose: "",
  ...known,
});

/** Those of some kinds that the documented type does not admit; all of them without a type. */
function strange(documented: readonly Kind[], kinds: readonly Kind[]): readonly Kind[] {
  if (documented.length === 0) return kinds;
  return kinds.filter((kind) => !admits(documented, kind));
}

/** Whether anything tells what the value is. */
const isKnown = ({ documented, shown, textsInMap, holdsRows }: KindFacts): boolean =>
  documented.length > 0 || shown.length > 0 || textsInMap || holdsRows;

const holdsOthers = (kind: Kind): boolean => kind === "object" || kind === "array";

const emptyString = /\bempty string\b/i;

/** "Always provided as a ``string`` in the request". */
const givenAsText =
  /\b(?:provided|given|passed|sent|supplied|submitted) as an? [`"']*(?:string|text)\b/i;

/** What a value may be beside what its type says. All that they say is added. */
export const kindRules: readonly KindRule[] = [
  {
    name: "a sample shows it",
    why: "A value that the docs show is one that there is, whatever the type says.",
    example: {
      docs: '`size`, a string; the sample has `"size": 3`.',
      facts: value({ shown: ["integer"] }),
      gives: ["string", "integer"],
    },
    says: ({ documented, shown }) => strange(documented, shown),
  },
  {
    name: "another answer shows it",
    why: "What one answer shows for an entry may come in another, unless type and sample have an object there.",
    example: {
      docs: '`size`, a string here and in `GET /boxes`, whose sample has `"size": 3`.',
      facts: value({ shown: ["string"], answered: ["integer"] }),
      gives: ["string", "integer"],
    },
    says: ({ documented, shown, answered }) =>
      shown.some(holdsOthers) && shown.every((kind) => admits(documented, kind))
        ? []
        : strange(documented, answered),
  },
  {
    name: "all samples of the member deny the type",
    why: "A type that no sample of the member agrees with is not to be trusted where no sample shows the member.",
    example: {
      docs: "`size`, a string; no sample here, and those of other operations have numbers.",
      facts: value({ denying: ["integer"] }),
      gives: ["string", "integer"],
    },
    says: ({ documented, denying }) => strange(documented, denying),
  },
  {
    name: "texts in the same map",
    why: "A map in which other samples show texts may have a text under any key: a flag here is its word there.",
    kept: "JSON: the keys of a map are the user's, and so are the kinds of its values",
    example: {
      docs: '`labels` is `{ "open": true }` in one sample, and `{ "owner": "me" }` in another.',
      facts: value({ documented: [], shown: ["boolean"], textsInMap: true }),
      gives: ["boolean", "string"],
    },
    says: ({ documented, textsInMap }) => (textsInMap ? strange(documented, ["string"]) : []),
  },
  {
    name: "brackets behind its name",
    why: "A name such as `locks[].code` says that `locks` is a list of what has codes.",
    kept: "the brackets are how JSONPath (RFC 9535) and jq write the items of a list",
    example: {
      docs: "A row `locks[].code`, and none of `locks`.",
      facts: value({ documented: [], rows: 0, holdsRows: true, indexed: true }),
      gives: ["array"],
    },
    says: ({ indexed, documented, shown }) =>
      indexed && ![...documented, ...shown].some(holdsOthers) ? ["array"] : [],
  },
  {
    name: "rows below it",
    why: "What holds members is an object, whatever its own row says.",
    kept: "JSON: only objects and lists hold members",
    example: {
      docs: "Rows `lid`, a string, and `lid.colour`.",
      facts: value({ holdsRows: true }),
      gives: ["string", "object"],
    },
    says: ({ holdsRows, indexed, documented, shown }) =>
      holdsRows && !indexed && ![...documented, ...shown].some(holdsOthers) ? ["object"] : [],
  },
  {
    name: "an empty text stands for none",
    why: "Prose that speaks of an empty string adds a kind that the type does not name.",
    kept: "English: it is said in so many words",
    example: {
      docs: "The prose of `size`, an integer, says: an empty string if it is not known.",
      facts: value({ documented: ["integer"], prose: "An empty string if it is not known." }),
      gives: ["integer", "string"],
    },
    says: (facts) =>
      facts.rows > 0 && isKnown(facts) && emptyString.test(facts.prose) ? ["string"] : [],
  },
  {
    name: "given as a text",
    why: "Prose that says a value is given as a text speaks of how it is sent, and a type of what it says.",
    kept: "English: it is said in so many words",
    example: {
      docs: "The prose of `lid`, an object, says: always provided as a `string`, in JSON or YAML.",
      facts: value({ documented: ["object"], prose: "It is always provided as a `string`." }),
      gives: ["object", "string"],
    },
    says: ({ rows, documented, prose }) =>
      rows > 0 && givenAsText.test(prose) ? strange(documented, ["string"]) : [],
  },
  {
    name: "another kind in earlier microversions",
    why: "Prose tells what a member was before a microversion, and all of them are documented together.",
    kept: "English: it is said in so many words",
    example: {
      docs: "The prose of `size`, an integer, says that it was a string before 2.30.",
      facts: value({
        documented: ["integer"],
        prose: "Since microversion 2.30 it is a number instead of a string.",
      }),
      gives: ["integer", "string"],
    },
    says: (facts) => {
      const earlier = facts.fromFirst && isKnown(facts) ? kindBefore(facts.prose) : undefined;
      return earlier === undefined ? [] : [earlier];
    },
  },
];

/** A kind of a value, and the rule that adds it; undefined: its type names it. */
export interface DecidedKind {
  readonly kind: Kind;
  readonly rule: string | undefined;
}

/** The kinds of a value but null. A number may be an integer. */
export function decideKinds(rules: readonly KindRule[], facts: KindFacts): readonly DecidedKind[] {
  const kinds = new Map<Kind, DecidedKind>();
  for (const kind of facts.documented) kinds.set(kind, { kind, rule: undefined });
  for (const { name, says } of rules)
    for (const kind of says(facts)) if (!kinds.has(kind)) kinds.set(kind, { kind, rule: name });
  if (kinds.has("number")) kinds.delete("integer");
  return [...kinds.values()];
}
