import type { Place } from "../reference.js";
import type { Rule } from "../votes/vote.js";

/** What is known of a query parameter or a header that its row calls required. */
export interface SentFacts {
  /** Where it is sent, and where its entry says. */
  readonly place: "query" | "header";
  readonly said: Place | undefined;
  /** The docs show requests of the operation, and none of them has it. */
  readonly neverShown: boolean;
}

/** A reason for which a parameter need not be sent, though its row calls it required. */
export type SentRule = Rule<SentFacts, boolean, boolean>;

/** What speaks against a row that calls a parameter required; any of them is enough. */
export const sentRules: readonly SentRule[] = [
  {
    name: "said of another place",
    why: "An entry of a body that is borrowed for a filter of the same name says it of the body.",
    example: {
      docs: "`GET /boxes` takes `name` in its query, by the entry of the body of `POST /boxes`.",
      facts: { place: "query", said: "body", neverShown: false },
      gives: false,
    },
    says: ({ place, said }) => said !== place,
  },
  {
    name: "no request that is shown has it",
    why: "A request that the docs show, and that does without a parameter, shows that it may be left out.",
    kept: "a request that the docs show is one that works",
    example: {
      docs: "`signature` is required, and the docs show `curl $url/boxes`.",
      facts: { place: "query", said: "query", neverShown: true },
      gives: false,
    },
    says: ({ said, neverShown }) => said === "query" && neverShown,
  },
];

/** What speaks against a parameter that its row calls required; undefined: it has to be sent. */
export function notSent(rules: readonly SentRule[], facts: SentFacts): string | undefined {
  return rules.find(({ says }) => says(facts))?.name;
}
