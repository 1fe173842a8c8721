import { place, type PlaceVote } from "../place-vote.js";

export const onTheWay: PlaceVote = {
  name: "beside what holds the row before",
  why: "When an object is through, the list goes on in one of those around it.",
  weight: "place: around the row before",
  example: {
    docs: "Rows `lid`, `colour`, `size`; `colour` stands in `lid`, `size` beside `lid` and in another object.",
    facts: [place({ depth: 1 }), place({ depth: 2, near: "around" })],
    gives: 1,
  },
  says: ({ near }) => (near === "around" ? 1 : 0),
};
