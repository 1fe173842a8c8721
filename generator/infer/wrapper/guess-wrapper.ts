import type { BodySide } from "../siblings/body.js";
import type { Kinship } from "../siblings/kinship.js";
import type { Knowledge } from "../siblings/learn.js";
import { count, heaviest } from "../votes/vote.js";
import { standsBeside } from "./stands-beside.js";
import { wrapperFacts } from "./wrapper-facts.js";

/** The key that the whole body stands under, by votes. Undefined: the body has no wrapper. */
export function guessWrapper(
  target: BodySide,
  knowledge: Knowledge,
  kinship: Kinship,
): string | undefined {
  if (standsBeside(target)) return undefined;
  return heaviest(count(knowledge.rules.wrapper, wrapperFacts(target, knowledge, kinship)))?.answer;
}
