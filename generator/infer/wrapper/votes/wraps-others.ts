import { asWritten, bodyWith, isWrapperElsewhere, type WrapperVote } from "../wrapper-vote.js";

export const wrapsOthers: WrapperVote = {
  name: "wraps other bodies",
  why: "An entry that is the wrapper of a request may be that of the answer, too; less surely than where the sides are the same.",
  kept: "os-api-ref: a reference means the same entry wherever it stands",
  weight: "wrapper: wraps other bodies",
  example: {
    docs: "`box` is the wrapper of the request that creates one; half of the answers have no wrapper.",
    facts: bodyWith({
      rows: [{ name: "box", wraps: 0.5 }],
      word: { name: "crate", likely: 0.5 },
    }),
    gives: "box",
  },
  says: ({ rows }) =>
    rows
      .filter(asWritten)
      .filter((row) => isWrapperElsewhere(row) && !row.ofKind)
      .map(({ name }) => ({ for: name })),
};
