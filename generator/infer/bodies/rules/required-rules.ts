import type { Side } from "../../reference.js";
import type { Rule } from "../../votes/vote.js";
import { saysDefault } from "../../words/values/defaults.js";
import { wasOptional } from "../../words/earlier-versions.js";
import { saysEither } from "../../words/either.js";
import { isOfExtension } from "../../words/extensions.js";

/** What is known of a member that its row calls required. */
export interface RequiredFacts {
  readonly side: Side;
  readonly prose: string;
  /** How its entry is called in the parameters' file. */
  readonly entry: string;
  /** A sample that shows the whole object does not have it. */
  readonly absent: boolean;
  /** All of the body stands under it. */
  readonly wraps: boolean;
  /** The body makes a resource. */
  readonly creates: boolean;
  /** A sample of this body gives null for it. */
  readonly givenNull: boolean;
  /** The body says only what is to change. */
  readonly partial: boolean;
  /** The row of a change speaks of what the resource is, not of the change. */
  readonly ofResource: boolean;
  /** Others tell that earlier microversions do not have it. */
  readonly later: boolean;
  /** The docs of the operation say that an extension adds it. */
  readonly ofExtension: boolean;
  /** The docs of the operation say that it or another has to be there. */
  readonly alternative: boolean;
}

/** A reason for which a member need not be there, though its row calls it required. */
export type RequiredRule = Rule<RequiredFacts, boolean, boolean>;

/** `size-optional`, `size_optional`, `sizeOptional`. */
const isCalledOptional = (entry: string): boolean => /(?:[-_.]optional|Optional)$/.test(entry);

const member = (known: Partial<RequiredFacts>): RequiredFacts => ({
  side: "response",
  prose: "",
  entry: "size",
  absent: false,
  wraps: false,
  creates: false,
  givenNull: false,
  partial: false,
  ofResource: false,
  later: false,
  ofExtension: false,
  alternative: false,
  ...known,
});

/** What speaks against a row that calls a member required; any of them is enough. */
export const requiredRules: readonly RequiredRule[] = [
  {
    name: "absent from a sample",
    why: "A whole body without the member exists, and the docs show it.",
    example: {
      docs: "`size` is required, and the sample of the answer has no `size`.",
      facts: member({ absent: true }),
      gives: false,
    },
    says: ({ absent }) => absent,
  },
  {
    name: "required of late",
    why: "What earlier microversions leave out is not required of all of them.",
    kept: "English: it is said in so many words",
    example: {
      docs: "`size` is required, and its prose says that it was optional before 2.30.",
      facts: member({ prose: "The size. Optional before microversion 2.30." }),
      gives: false,
    },
    says: ({ prose }) => wasOptional(prose),
  },
  {
    name: "what is to change",
    why: "A request that says what is to change leaves out what stays (PATCH, RFC 5789).",
    example: {
      docs: "`PATCH /boxes/{box_id}` lists `name` as required.",
      facts: member({ side: "request", partial: true }),
      gives: false,
    },
    says: ({ partial, wraps }) => partial && !wraps,
  },
  {
    name: "said of the resource",
    why: "An entry that answers and creation share is required of what is there, not of what changes it.",
    example: {
      docs: "`PUT /boxes/{box_id}` refers to the entry of `POST /boxes`; samples of other changes leave such entries out.",
      facts: member({ side: "request", ofResource: true }),
      gives: false,
    },
    says: ({ ofResource, wraps }) => !wraps && ofResource,
  },
  {
    name: "came with a microversion",
    why: "Beside it stands what tells that earlier services do not answer it.",
    example: {
      docs: "`totalBoxesUsed` is required, and `maxTotalBoxes` came with 2.30.",
      facts: member({ later: true }),
      gives: false,
    },
    says: ({ later }) => later,
  },
  {
    name: "added by an extension",
    why: "A service without the extension does not know the member.",
    kept: "English: it is said in so many words",
    example: {
      docs: "The description says that an extension adds `see_through`, which is required.",
      facts: member({ ofExtension: true }),
      gives: false,
    },
    says: ({ side, prose, wraps, ofExtension }) =>
      side === "response" && !wraps && (ofExtension || isOfExtension(prose)),
  },
  {
    name: "a default stands for it",
    why: "What a creation leaves out has its default; a row that is shared with answers calls it required, since they always have it.",
    example: {
      docs: "`size` of `POST /boxes` is required, and its prose says: the default is 5.",
      facts: member({ side: "request", creates: true, prose: "The size. The default is 5." }),
      gives: false,
    },
    says: ({ creates, prose, wraps }) => creates && !wraps && saysDefault(prose),
  },
  {
    name: "creation gives null for it",
    why: "A creation that gives null says as much as one that leaves the member out.",
    example: {
      docs: '`shelf` of `POST /boxes` is required, and the sample has `"shelf": null`.',
      facts: member({ side: "request", creates: true, givenNull: true }),
      gives: false,
    },
    says: ({ creates, givenNull, wraps }) => creates && !wraps && givenNull,
  },
  {
    name: "its entry is called optional",
    why: "An entry that is called so stands beside one that is not; its flag was copied from there.",
    kept: "English: the name says it in so many words",
    example: {
      docs: "`PUT /boxes/{box_id}` refers to `size-optional`, which is required, as `size` is.",
      facts: member({ side: "request", entry: "size-optional" }),
      gives: false,
    },
    says: ({ side, entry, wraps }) => side === "request" && !wraps && isCalledOptional(entry),
  },
  {
    name: "either this or another",
    why: "One of several has to be there, so that none of them has to.",
    kept: "English: it is said in so many words",
    example: {
      docs: "The description says that either `name` or `id` must be given; both are required.",
      facts: member({ side: "request", alternative: true }),
      gives: false,
    },
    says: ({ side, prose, alternative }) =>
      side === "request" && (alternative || saysEither(prose)),
  },
];

/** What speaks against a member that its row calls required; undefined: it always is there. */
export function exceptionFor(
  rules: readonly RequiredRule[],
  facts: RequiredFacts,
): string | undefined {
  return rules.find(({ says }) => says(facts))?.name;
}
