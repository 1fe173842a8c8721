import { place, type PlaceVote } from "../place-vote.js";

export const typeFits: PlaceVote = {
  name: "the type fits",
  why: "A row speaks of a value of its own type.",
  weight: "place: the type fits",
  example: {
    docs: "A row `flags`, an array; the sample has `flags: null` above and a list of `flags` below.",
    facts: [place({ depth: 1 }), place({ depth: 2, type: "fits" })],
    gives: 1,
  },
  says: ({ type }) => (type === "fits" ? 1 : 0),
};
