import type { Side } from "../reference.js";
import { answersList, type SampledBody } from "./body.js";
import { sameWord } from "../../english/number.js";

/** How a service's docs put bodies under wrappers. */
export interface Habits {
  /** How many bodies of this kind stand under a wrapper: 0 to 1. */
  readonly wrapped: number;
  /** How many of those wrappers have a row of their own: 0 to 1. */
  readonly documented: number;
}

/** The habits that the bodies of one side show, lists apart from single things. */
export function habitsOf(bodies: readonly SampledBody[]): (side: Side, listing: boolean) => Habits {
  const known = new Map<string, Habits>();
  return (side, listing) => {
    const key = `${side} ${listing}`;
    const habits = known.get(key) ?? habitsOn(side, listing, bodies);
    known.set(key, habits);
    return habits;
  };
}

function habitsOn(side: Side, listing: boolean, bodies: readonly SampledBody[]): Habits {
  const alike = bodies.filter(
    ({ body }) => body.side === side && body.rows.length > 0 && answersList(body) === listing,
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
