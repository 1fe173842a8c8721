import { bodyWith, type WrapperVote } from "../wrapper-vote.js";

export const samePath: WrapperVote = {
  name: "a body of the same path",
  why: "What is read and what is written at one path stands under one wrapper.",
  weight: "wrapper: a body of the same path",
  example: {
    docs: "`PATCH /boxes/{box_id}` has no sample, and `PUT /boxes/{box_id}` has one, under `box`.",
    facts: bodyWith({
      rows: [{ name: "id" }],
      samePath: { name: "box", trust: 1, closeness: 0 },
      word: { name: "crate", likely: 0.5 },
    }),
    gives: "box",
  },
  says: ({ samePath: body }) => (body === undefined ? [] : [{ for: body.name, share: body.trust }]),
};
