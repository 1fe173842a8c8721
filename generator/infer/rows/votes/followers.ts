import { place, type PlaceVote } from "../place-vote.js";

export const followers: PlaceVote = {
  name: "the next rows stand there, too",
  why: "Rows that follow are members of the same object, or of what the row itself holds.",
  weight: "place: each of the next three rows",
  example: {
    docs: "Rows `id`, `colour`, `weight`; of two objects with an `id` the second has `colour` and `weight`.",
    facts: [place({}), place({ followers: 2 })],
    gives: 1,
  },
  says: (facts) => facts.followers,
};
