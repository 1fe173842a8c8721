import type { BodySide } from "../siblings/body.js";
import type { Closeness } from "../siblings/closeness.js";
import type { Knowledge } from "../siblings/learn.js";
import type { Note } from "../votes/decision.js";
import { count, heaviest } from "../votes/vote.js";
import { standsBeside } from "./stands-beside.js";
import { wrapperFacts } from "./wrapper-facts.js";

/** The key that the whole body stands under, by votes. Undefined: the body has no wrapper. */
export function guessWrapper(
  target: BodySide,
  knowledge: Knowledge,
  closeness: Closeness,
  noted?: Note,
): string | undefined {
  if (standsBeside(target)) return undefined;
  const { rules } = knowledge;
  const best = heaviest(count(rules.wrapper, wrapperFacts(target, knowledge, closeness)));
  noted?.({
    question: "wrapper",
    path: "",
    answer: best?.answer ?? "no wrapper",
    reasons: (best?.votes ?? []).map(({ vote, weight }) => ({ rule: vote, weight })),
    rows: target.rows.filter(({ name }) => name.value === best?.answer),
  });
  return best?.answer;
}
