import { asWritten, bodyWith, type WrapperVote } from "../wrapper-vote.js";

export const firstRowOpens: WrapperVote = {
  name: "the first row opens",
  why: "Docs that list their wrappers list them first; so the more, the more wrappers the service's docs list.",
  weight: "wrapper: the first row opens",
  example: {
    docs: "Rows `box`, of no type that is known, then `id` and `name`; all other bodies have a row for their wrapper.",
    facts: bodyWith({
      rows: [{ name: "box", opens: true }, { name: "id" }],
      habits: { wrapped: 1, documented: 1 },
    }),
    gives: "box",
  },
  says: ({ rows, habits: { wrapped, documented } }) =>
    rows.length < 2
      ? []
      : rows
          .filter(asWritten)
          .filter(({ first, opens, inside, dotted }) => first && opens && inside === 0 && !dotted)
          .map(({ name }) => ({ for: name, share: wrapped * documented ** 2 })),
};
