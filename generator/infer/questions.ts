import type { FormatFacts } from "./bodies/rules/format-rules.js";
import { decideKinds, type KindFacts } from "./bodies/rules/kind-rules.js";
import { nullReason, type NullFacts } from "./bodies/rules/null-rules.js";
import { exceptionFor, type RequiredFacts } from "./bodies/rules/required-rules.js";
import { meantKinds, type TypeFacts } from "./bodies/rules/type-rules.js";
import { anySegment, type SegmentFacts } from "./parameters/segment-rules.js";
import { notSent, type SentFacts } from "./parameters/sent-rules.js";
import type { EnumFacts } from "./shape/enum-rules.js";
import type { MapFacts } from "./shape/map-rules.js";
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
  map: question({
    asks: "Are the keys of an object data?",
    ends: "The first rule that says something decides; else they are members.",
    decide: (rules, facts: MapFacts) => first(rules.map, facts)?.said,
  }),
  type: question({
    asks: "What does a documented type mean?",
    ends: "The first rule that says something decides; else what it names.",
    decide: (rules, facts: TypeFacts) => meantKinds(rules.type, facts).kinds,
  }),
  kind: question({
    asks: "What may a value be beside what its type says?",
    ends: "All that the rules say is added.",
    decide: (rules, facts: KindFacts) => decideKinds(rules.kind, facts).map(({ kind }) => kind),
  }),
  null: question({
    asks: "May a value be null?",
    ends: "One reason is enough.",
    decide: (rules, facts: NullFacts) => nullReason(rules.null, facts) !== undefined,
  }),
  required: question({
    asks: "Is a member always there, which its row calls required?",
    ends: "One exception is enough: then it need not be there.",
    decide: (rules, facts: RequiredFacts) => exceptionFor(rules.required, facts) === undefined,
  }),
  format: question({
    asks: "Which format does a text have?",
    ends: "The first rule that says something decides; else none.",
    decide: (rules, facts: FormatFacts) => first(rules.format, facts)?.said.format,
  }),
  enumeration: question({
    asks: "Which values may a member have?",
    ends: "The first rule that finds any decides; values that samples deny are none.",
    decide: (rules, facts: EnumFacts) => first(rules.enumeration, facts)?.said.values,
  }),
  segment: question({
    asks: "What may a segment of a path be?",
    ends: "The first rule that says something decides; else it is any text.",
    decide: (rules, facts: SegmentFacts) => first(rules.segment, facts)?.said ?? anySegment,
  }),
  sent: question({
    asks: "Does a parameter have to be sent, which its row calls required?",
    ends: "One exception is enough: then it may be left out.",
    decide: (rules, facts: SentFacts) => notSent(rules.sent, facts) === undefined,
  }),
} satisfies Readonly<Record<keyof Rules, Question<never, unknown>>>;
