import type { Row, Side } from "../reference.js";
import { wasOptional } from "../words/earlier-versions.js";
import { saysEither } from "../words/either.js";
import { isOfExtension } from "../words/extensions.js";

/** What is known of a member that its row calls required. */
export interface RequiredFacts {
  readonly side: Side;
  readonly row: Row;
  readonly prose: string;
  /** A sample that shows the whole object does not have it. */
  readonly absent: boolean;
  /** All of the body stands under it. */
  readonly wraps: boolean;
  /** The body says only what is to change. */
  readonly partial: boolean;
  /** Whether a row of a change speaks of what the resource is, not of the change. */
  readonly ofResource: (row: Row) => boolean;
  /** Names of members of which others tell that earlier microversions do not have them. */
  readonly later: ReadonlySet<string>;
  /** Names that the docs of the operation say an extension adds. */
  readonly ofExtensions: ReadonlySet<string>;
  /** Names of which the docs of the operation say that one has to be there. */
  readonly alternatives: ReadonlySet<string>;
}

/** A reason for which a member need not be there, though its row calls it required. */
interface Exception {
  readonly name: string;
  readonly why: string;
  readonly holds: (facts: RequiredFacts) => boolean;
}

export const exceptions: readonly Exception[] = [
  {
    name: "absent from a sample",
    why: "A whole body without the member exists, and the docs show it.",
    holds: ({ absent }) => absent,
  },
  {
    name: "required of late",
    why: "What earlier microversions leave out is not required of all of them.",
    holds: ({ prose }) => wasOptional(prose),
  },
  {
    name: "what is to change",
    why: "A request that says what is to change leaves out what stays (PATCH, RFC 5789).",
    holds: ({ partial, wraps }) => partial && !wraps,
  },
  {
    name: "said of the resource",
    why: "An entry that answers and creation share is required of what is there, not of what changes it.",
    holds: ({ ofResource, row, wraps }) => !wraps && ofResource(row),
  },
  {
    name: "came with a microversion",
    why: "Beside it stands what tells that earlier services do not answer it.",
    holds: ({ later, row }) => later.has(row.name.value),
  },
  {
    name: "added by an extension",
    why: "A service without the extension does not know the member.",
    holds: ({ side, row, prose, wraps, ofExtensions }) =>
      side === "response" && !wraps && (ofExtensions.has(row.name.value) || isOfExtension(prose)),
  },
  {
    name: "either this or another",
    why: "One of several has to be there, so that none of them has to.",
    holds: ({ side, row, prose, alternatives }) =>
      side === "request" && (alternatives.has(row.name.value) || saysEither(prose)),
  },
];

/** Whether a member always is there: its row says so, and nothing speaks against it. */
export function isRequired(facts: RequiredFacts): boolean {
  return facts.row.entry?.required === true && !exceptions.some(({ holds }) => holds(facts));
}
