import { asWritten, bodyWith, isWrapperElsewhere, type WrapperVote } from "../wrapper-vote.js";

export const closeWrappedBody: WrapperVote = {
  name: "close to a body that it wraps",
  why: "The more a body has in common with this one, the more its wrapper says of this one's.",
  weight: "wrapper: close to a body that it wraps",
  example: {
    docs: "Of two rows that are wrappers elsewhere the second is that of a body with the same members.",
    facts: bodyWith({
      rows: [
        { name: "crate", wraps: 0.7, ofKind: true },
        { name: "box", wraps: 5, ofKind: true },
      ],
    }),
    gives: "box",
  },
  says: ({ rows }) =>
    rows
      .filter(asWritten)
      .filter(isWrapperElsewhere)
      .map(({ name, wraps }) => ({ for: name, share: wraps })),
};
