import type { Side, SideEvidence } from "../reference.js";
import type { Ballot, Rule, Vote } from "../votes/vote.js";

/** A vote for the side that a sample shows. */
export type SideVote = Vote<SideEvidence, readonly Ballot<Side>[], Side>;

/** A rule for the side of a sample of which nothing names it. */
export type UnnamedSideRule = Rule<SideEvidence, Side | undefined, Side>;

/** A sample of whose side no more is said than this; for examples. */
export const evidence = (known: Partial<SideEvidence>): SideEvidence => ({
  heading: undefined,
  headsExamples: false,
  label: undefined,
  file: undefined,
  text: undefined,
  command: false,
  before: undefined,
  responseSeen: false,
  sends: false,
  block: undefined,
  ...known,
});
