import type { Path } from "./shape/shape.js";
import type { OrderFacts } from "./rows/order-rules.js";
import { choosePlace, type PlaceFacts } from "./rows/place-vote.js";
import type { SideEvidence } from "./reference.js";
import type { Rules } from "./rules.js";
import { sideOf } from "./sides/decide-sides.js";
import { count, first, heaviest } from "./votes/vote.js";
import type { WrapperFacts } from "./wrapper/wrapper-vote.js";

/** A question that inference answers by the rules of one list. */
export interface Question<Asked, Answer> {
  readonly asks: string;
  /** How the list decides, and what decides where two answers weigh the same. */
  readonly ends: string;
  readonly decide: (rules: Rules, asked: Asked) => Answer;
}

const question = <Asked, Answer>(each: Question<Asked, Answer>): Question<Asked, Answer> => each;

/** What each list of rules is asked. */
export const questions = {
  side: question({
    asks: "Which side does a sample show?",
    ends: "The side that weighs most; of two that weigh the same, the response.",
    decide: (rules, evidence: SideEvidence) => sideOf(rules, evidence).side,
  }),
  unnamedSide: question({
    asks: "Which side does a sample show that nothing names?",
    ends: "The first rule that says something decides; else it is a response.",
    decide: (rules, evidence: SideEvidence) => sideOf(rules, evidence).side,
  }),
  wrapper: question({
    asks: "Which key does all of a body without a sample stand under?",
    ends: "The key that weighs most; of two that weigh the same, the one that the earlier vote names.",
    decide: (rules, facts: WrapperFacts) => heaviest(count(rules.wrapper, facts))?.answer,
  }),
  place: question({
    asks: "Which of several places of the samples does a row speak of?",
    ends: "The place that weighs most; of two that weigh the same, the first in the sample.",
    decide: (rules, facts: readonly PlaceFacts[]) => choosePlace(rules.place, facts),
  }),
  order: question({
    asks: "Where does a row stand that no sample shows?",
    ends: "The first rule that says something decides.",
    decide: (rules, facts: OrderFacts): Path => first(rules.order, facts)?.said.path ?? [facts.key],
  }),
} satisfies Readonly<Record<keyof Rules, Question<never, unknown>>>;
