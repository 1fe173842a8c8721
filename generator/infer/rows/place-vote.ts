import type { Reason } from "../votes/decision.js";
import type { Vote } from "../votes/vote.js";
import { weights } from "../votes/weights.js";

/** What is known of one of several places that a row may speak of. */
export interface PlaceFacts {
  /** How many keys lead to it. */
  readonly depth: number;
  /** A row before speaks of it, and is not the same row of other microversions. */
  readonly taken: boolean;
  /** Whether the values of samples are of the row's type. */
  readonly type: "fits" | "clashes" | undefined;
  /** Where it is from the place of the row before: in the same object, in that place, in one around. */
  readonly near: "beside" | "below" | "around" | undefined;
  /** How many of the next three rows are keys beside or below it. */
  readonly followers: number;
  /** Another place of its name stands inside, and a later row has the name, too. */
  readonly holdsNamesake: boolean;
}

/** A vote for or against a place: which share of its weight counts, 0 where it says nothing. */
export type PlaceVote = Vote<PlaceFacts, number, number, readonly PlaceFacts[]>;

/** A place of which no more is known than this; for examples. */
export const place = (known: Partial<PlaceFacts>): PlaceFacts => ({
  depth: 1,
  taken: false,
  type: undefined,
  near: undefined,
  followers: 0,
  holdsNamesake: false,
  ...known,
});

/** Which of several places the votes choose: of two that weigh the same the first in the sample. */
export function choosePlace(votes: readonly PlaceVote[], places: readonly PlaceFacts[]): number {
  let best = 0;
  let most = -Infinity;
  places.forEach((facts, index) => {
    let weight = 0;
    for (const vote of votes) weight += weights[vote.weight] * vote.says(facts);
    if (weight > most) {
      best = index;
      most = weight;
    }
  });
  return best;
}

/** What each vote counts for a place. */
export function votesFor(votes: readonly PlaceVote[], place: PlaceFacts): readonly Reason[] {
  return votes.flatMap(({ name, weight, says }) => {
    const share = says(place);
    return share === 0 ? [] : [{ rule: name, weight: weights[weight] * share }];
  });
}
