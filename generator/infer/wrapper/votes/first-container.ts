import { bodyWith, opensBody, type WrapperVote } from "../wrapper-vote.js";

export const firstContainer: WrapperVote = {
  name: "the first of several rows",
  why: "A list or an object that is listed first, with others behind it, holds those more often than not.",
  weight: "wrapper: the first of several rows",
  example: {
    docs: "Rows `box`, an object, `id` and `name`; nothing else is known of `box`.",
    facts: bodyWith({
      rows: [{ name: "box", container: true, opens: true }, { name: "id" }],
      word: { name: "crate", likely: 0.5 },
    }),
    gives: "box",
  },
  says: ({ rows, habits: { wrapped } }) =>
    rows.length < 2
      ? []
      : rows.filter(opensBody).map(({ name }) => ({ for: name, share: Math.min(1, 2 * wrapped) })),
};
