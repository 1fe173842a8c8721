import { asWritten, bodyWith, isWrapperElsewhere, type WrapperVote } from "../wrapper-vote.js";

export const wrapsOfKind: WrapperVote = {
  name: "wraps bodies of the kind",
  why: "An entry that is the wrapper of a body of the same side, list or not, is most likely one here.",
  kept: "os-api-ref: a reference means the same entry wherever it stands",
  weight: "wrapper: wraps bodies of the kind",
  example: {
    docs: "`name` is the wrapper of another answer; the path speaks of `label`, and has a body without a wrapper.",
    facts: bodyWith({
      rows: [{ name: "box", wraps: 0.5, ofKind: true }],
      samePath: { name: undefined, trust: 1, closeness: 1 },
    }),
    gives: "box",
  },
  says: ({ rows }) =>
    rows
      .filter(asWritten)
      .filter((row) => isWrapperElsewhere(row) && row.ofKind)
      .map(({ name }) => ({ for: name })),
};
