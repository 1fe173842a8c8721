import { bodyWith, opensBody, type WrapperVote } from "../wrapper-vote.js";

export const onlyList: WrapperVote = {
  name: "the only row of a list",
  why: "What a list answers is a list: a body of one row that may be it has nothing else.",
  kept: "JSON: a list of things is an array or stands under a key that is one",
  weight: "wrapper: the only row of a list",
  example: {
    docs: "`GET /crates` lists one row, `boxes`, an array.",
    facts: bodyWith({
      listing: true,
      rows: [{ name: "boxes", container: true, opens: true }],
      word: { name: "crates", likely: 0.5 },
    }),
    gives: "boxes",
  },
  says: ({ rows, listing, habits: { wrapped } }) =>
    !listing || rows.length > 1
      ? []
      : rows.filter(opensBody).map(({ name }) => ({ for: name, share: Math.min(1, 2 * wrapped) })),
};
