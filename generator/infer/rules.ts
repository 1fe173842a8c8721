import { formatRules } from "./bodies/rules/format-rules.js";
import { kindRules } from "./bodies/rules/kind-rules.js";
import { nullRules } from "./bodies/rules/null-rules.js";
import { requiredRules } from "./bodies/rules/required-rules.js";
import { typeRules } from "./bodies/rules/type-rules.js";
import { segmentRules } from "./parameters/segment-rules.js";
import { sentRules } from "./parameters/sent-rules.js";
import { orderRules } from "./rows/order-rules.js";
import { placeVotes } from "./rows/place-votes.js";
import { enumRules } from "./shape/enum-rules.js";
import { mapRules } from "./shape/map-rules.js";
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
  /** Whether the keys of an object are data. */
  map: mapRules,
  /** What a documented type means, where that is not what it names. */
  type: typeRules,
  /** What a value may be beside what its type says. */
  kind: kindRules,
  /** Why a value may be null. */
  null: nullRules,
  /** Why a member need not be there, though its row calls it required. */
  required: requiredRules,
  /** The format of a text. */
  format: formatRules,
  /** Where values are listed. */
  enumeration: enumRules,
  /** What a segment of a path may be. */
  segment: segmentRules,
  /** Why a parameter need not be sent, though its row calls it required. */
  sent: sentRules,
};

export type Rules = Readonly<typeof rules>;

export type QuestionName = keyof Rules;

/** The same rules without one: what a document owes to it. */
export function without(all: Rules, question: QuestionName, name: string): Rules {
  return { ...all, [question]: all[question].filter((rule) => rule.name !== name) };
}
