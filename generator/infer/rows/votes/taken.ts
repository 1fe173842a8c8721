import { place, type PlaceVote } from "../place-vote.js";

export const taken: PlaceVote = {
  name: "taken by another row",
  why: "A name that is listed again speaks of the next place where it stands.",
  weight: "place: taken",
  example: {
    docs: "A second row `id`; the sample has `id` and `lid.id`.",
    facts: [place({ taken: true }), place({ depth: 2 })],
    gives: 1,
  },
  says: (facts) => (facts.taken ? 1 : 0),
};
