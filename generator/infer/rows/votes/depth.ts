import { place, type PlaceVote } from "../place-vote.js";

export const depth: PlaceVote = {
  name: "how deep it is",
  why: "Docs document a resource before what it holds: of two places that nothing else tells apart the upper one is meant.",
  kept: "documents go from the whole to its parts",
  weight: "place: each step down",
  example: {
    docs: "A row `id`; the sample has `lid.handle.id` and `id`.",
    facts: [place({ depth: 3 }), place({ depth: 1 })],
    gives: 1,
  },
  says: (facts) => facts.depth,
};
