import { answersList, type BodySide } from "./body.js";
import type { Knowledge } from "./learn.js";
import { sameWord } from "./words.js";

/** How a service's docs put bodies under wrappers. */
export interface Habits {
  /** How many bodies of this kind stand under a wrapper: 0 to 1. */
  readonly wrapped: number;
  /** How many of those wrappers have a row of their own: 0 to 1. */
  readonly documented: number;
}

/** The habits that the bodies of one side show, lists apart from single things. */
export function habitsOf(knowledge: Knowledge, target: BodySide, listing: boolean): Habits {
  const alike = knowledge.bodies.filter(
    ({ body }) =>
      body.side === target.side && body.rows.length > 0 && answersList(body) === listing,
  );
  const wrapped = alike.filter(({ wrapper }) => wrapper !== undefined);
  const documented = wrapped.filter(({ wrapper = "", body }) =>
    body.rows.some(({ name }) => sameWord(name.value, wrapper)),
  );
  return {
    wrapped: alike.length === 0 ? 0.5 : wrapped.length / alike.length,
    documented: wrapped.length === 0 ? 0.5 : documented.length / wrapped.length,
  };
}
