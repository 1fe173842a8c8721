import { bodyWith, opensBody, type WrapperVote } from "../wrapper-vote.js";

export const onlyContainer: WrapperVote = {
  name: "the only row",
  why: "A body of one row that is a list or an object may be a wrapper of which the inside is not documented.",
  kept: "JSON: a body of one object that is documented is that object",
  weight: "wrapper: the only row",
  example: {
    docs: "`POST /boxes/{box_id}/open` lists one row, `lid`, an object.",
    facts: bodyWith({
      rows: [{ name: "lid", container: true, opens: true }],
      word: { name: undefined, likely: 0.6 },
    }),
    gives: "lid",
  },
  says: ({ rows, listing, habits: { wrapped } }) =>
    listing || rows.length > 1
      ? []
      : rows.filter(opensBody).map(({ name }) => ({ for: name, share: Math.min(1, 2 * wrapped) })),
};
