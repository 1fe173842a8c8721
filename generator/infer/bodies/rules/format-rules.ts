import type { Rule } from "../../votes/vote.js";
import { addressFormat, isFamily, type Family } from "../../words/names/addresses.js";

/** What is known of the format of a text. */
export interface FormatFacts {
  readonly name: string;
  readonly prose: string;
  /** The format that its type or its entry names, and whether samples contradict it. */
  readonly said: string | undefined;
  readonly contradicted: boolean;
  /** The format that all samples have, of this body and of the same entry anywhere. */
  readonly shown: string | undefined;
  /**
   * Samples of the same name elsewhere, or of the name of one where a list is of them, are no UUIDs,
   * and the name is not one that each resource has.
   */
  readonly byChance: boolean;
  /** The families of the addresses that samples show anywhere. */
  readonly families: ReadonlySet<Family>;
}

/** What a rule decides: a format, or none for sure. */
export interface DecidedFormat {
  readonly format: string | undefined;
}

export type FormatRule = Rule<FormatFacts, DecidedFormat | undefined, string | undefined>;

const text = (known: Partial<FormatFacts>): FormatFacts => ({
  name: "shelf",
  prose: "",
  said: undefined,
  contradicted: false,
  shown: undefined,
  byChance: false,
  families: new Set(),
  ...known,
});

/** The format of a text. The first rule that says something decides. */
export const formatRules: readonly FormatRule[] = [
  {
    name: "the docs name it",
    why: "A format that the docs name is meant, unless a sample shows that it is not.",
    example: {
      docs: "`shelf`, a UUID; no sample shows it.",
      facts: text({ said: "uuid" }),
      gives: "uuid",
    },
    says: ({ said, contradicted }) =>
      said === undefined ? undefined : { format: contradicted ? undefined : said },
  },
  {
    name: "an address only where words allow it",
    why: "A sample of one family of addresses is no promise, unless the words speak of addresses or of that family.",
    example: {
      docs: 'The sample has `"shelf": "10.0.0.1"`; no word speaks of an address.',
      facts: text({ shown: "ipv4", families: new Set<Family>(["ipv4"]) }),
      gives: undefined,
    },
    says: ({ shown, name, prose, families }) =>
      isFamily(shown) ? { format: addressFormat(shown, name, prose, families) } : undefined,
  },
  {
    name: "a UUID by chance",
    why: "A text that is a UUID in one sample and a name in another is a text.",
    example: {
      docs: 'The sample has a UUID as `shelf`, and that of another operation `"shelf": "top"`.',
      facts: text({ shown: "uuid", byChance: true }),
      gives: undefined,
    },
    says: ({ shown, byChance }) =>
      shown === "uuid" && byChance ? { format: undefined } : undefined,
  },
  {
    name: "all samples have it",
    why: "What each sample of a member is, the member is.",
    example: {
      docs: "All samples have a UUID as `shelf`.",
      facts: text({ shown: "uuid" }),
      gives: "uuid",
    },
    says: ({ shown }) => (shown === undefined ? undefined : { format: shown }),
  },
];
