import { bodyWith, type WrapperVote } from "../wrapper-vote.js";

export const otherNumber: WrapperVote = {
  name: "the row of the other number",
  why: "Docs of one resource that refer to the entry of the list, or the other way round, mean the word in their own number.",
  kept: "English: one and many of a word are the same thing",
  weight: "wrapper: the row of the other number",
  example: {
    docs: "`GET /boxes/{box_id}` lists the row `boxes`, an array, and then members of one box.",
    facts: bodyWith({
      rows: [{ name: "boxes", container: true, word: "spelt", renumbered: "box" }],
      habits: { wrapped: 0.9, documented: 0.9 },
    }),
    gives: "box",
  },
  says: ({ rows, habits: { wrapped } }) =>
    rows.flatMap(({ renumbered }) =>
      renumbered === undefined
        ? []
        : [
            { for: renumbered, share: wrapped },
            { for: undefined, share: 1 - wrapped },
          ],
    ),
};
