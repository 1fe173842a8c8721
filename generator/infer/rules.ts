import { orderRules } from "./rows/order-rules.js";
import { placeVotes } from "./rows/place-votes.js";
import { sideVotes } from "./sides/side-votes.js";
import { unnamedSideRules } from "./sides/unnamed-side-rules.js";
import { wrapperVotes } from "./wrapper/votes.js";

/**
 * Every rule that inference decides by, one ordered list for each question. It is a value, so that
 * a run with other rules needs no more than another value.
 */
export const rules = {
  /** Which side a sample shows. */
  side: sideVotes,
  /** The same where nothing names a side. */
  unnamedSide: unnamedSideRules,
  /** Which key all of a body stands under. */
  wrapper: wrapperVotes,
  /** Which of several places of the samples a row speaks of. */
  place: placeVotes,
  /** Where a row stands that no sample shows. */
  order: orderRules,
};

export type Rules = Readonly<typeof rules>;

export type QuestionName = keyof Rules;

/** The same rules without one: what a document owes to it. */
export function without(all: Rules, question: QuestionName, name: string): Rules {
  return { ...all, [question]: all[question].filter((rule) => rule.name !== name) };
}
