import { place, type PlaceVote } from "../place-vote.js";

export const typeClashes: PlaceVote = {
  name: "the type does not fit",
  why: "A row of one type seldom speaks of a value of another.",
  kept: "JSON: a value of one kind is none of another",
  weight: "place: the type clashes",
  example: {
    docs: "A row `size`, an integer; the sample has `size` as a text, and another of which nothing is seen.",
    facts: [place({ depth: 1, type: "clashes" }), place({ depth: 2 })],
    gives: 1,
  },
  says: ({ type }) => (type === "clashes" ? 1 : 0),
};
