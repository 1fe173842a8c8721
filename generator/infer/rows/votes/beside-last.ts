import { place, type PlaceVote } from "../place-vote.js";

export const besideLast: PlaceVote = {
  name: "beside the row before",
  why: "Lists follow the structure: the next row most likely is a member of the same object.",
  weight: "place: beside the row before",
  example: {
    docs: "Rows `lid`, `colour`, `id`; `colour` stands in `lid`, and `id` in `lid` and at the top.",
    facts: [place({ depth: 1 }), place({ depth: 2, near: "beside" })],
    gives: 1,
  },
  says: ({ near }) => (near === "beside" ? 1 : 0),
};
