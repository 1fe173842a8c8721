import { bodyWith, type WrapperVote } from "../wrapper-vote.js";

export const closeSamePath: WrapperVote = {
  name: "close to a body of the same path",
  why: "The more a body of the same path has in common with this one, the more its wrapper says.",
  weight: "wrapper: close to a body of the same path",
  example: {
    docs: "A body of the same path and file stands under `box`, and documents half of the same.",
    facts: bodyWith({
      rows: [{ name: "id" }],
      samePath: { name: "box", trust: 1, closeness: 4 },
      word: { name: "crate", likely: 1 },
    }),
    gives: "box",
  },
  says: ({ samePath: body }) =>
    body === undefined ? [] : [{ for: body.name, share: body.trust * body.closeness }],
};
