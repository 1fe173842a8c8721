import { place, type PlaceVote } from "../place-vote.js";

export const belowLast: PlaceVote = {
  name: "below the row before",
  why: "Behind an object come its members.",
  weight: "place: below the row before",
  example: {
    docs: "Rows `lid`, `id`; `lid` is an object with an `id`, and the resource has one, too.",
    facts: [place({ depth: 1 }), place({ depth: 2, near: "below" })],
    gives: 1,
  },
  says: ({ near }) => (near === "below" ? 1 : 0),
};
