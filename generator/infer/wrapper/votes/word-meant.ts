import { asWritten, bodyWith, namesWord, type WrapperVote } from "../wrapper-vote.js";

export const wordMeant: WrapperVote = {
  name: "a row means the word of the path",
  why: "A row that has the name of the path in the other number, or in other letters, holds what the path is about.",
  kept: "English: one and many of a word are the same thing",
  weight: "wrapper: a row means the word of the path",
  example: {
    docs: "`GET /boxes/{box_id}` lists `request_id`, then `box`, an object.",
    facts: bodyWith({
      rows: [{ name: "request_id" }, { name: "box", container: true, word: "meant" }],
      samePath: { name: undefined, trust: 1, closeness: 1 },
    }),
    gives: "box",
  },
  says: ({ rows }) =>
    rows
      .filter(asWritten)
      .filter((row) => row.word === "meant" && namesWord(row, rows.length))
      .map(({ name }) => ({ for: name })),
};
