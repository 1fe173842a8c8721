import { place, type PlaceVote } from "../place-vote.js";

export const takenByVariant: PlaceVote = {
  name: "taken by another version of the row",
  why: "Rows of one name that are bound to microversions may speak of one place, unless another is as near.",
  weight: "place: taken by a variant",
  example: {
    docs: "A second row `id`, since 2.53; the sample has `id` twice, as near.",
    facts: [place({ taken: "by a variant" }), place({})],
    gives: 1,
  },
  says: (facts) => (facts.taken === "by a variant" ? 1 : 0),
};
