import { bodyWith, type WrapperVote } from "../wrapper-vote.js";

export const alikeBody: WrapperVote = {
  name: "the body that documents the same",
  why: "What documents the same entries is about the same resource, and stands under the same wrapper.",
  weight: "wrapper: the body that documents the same",
  example: {
    docs: "`PUT /boxes/{box_id}` has the rows of `POST /boxes`, whose sample stands under `box`.",
    facts: bodyWith({
      rows: [{ name: "id" }],
      alike: { name: "box", trust: 1, closeness: 0.9 },
      word: { name: "crate", likely: 0.5 },
    }),
    gives: "box",
  },
  says: ({ alike }) =>
    alike === undefined ? [] : [{ for: alike.name, share: alike.closeness * alike.trust }],
};
