import { asWritten, bodyWith, namesWord, type WrapperVote } from "../wrapper-vote.js";

export const wordSpelt: WrapperVote = {
  name: "a row is the word of the path",
  why: "A row that is called just what the path is holds what the path is about.",
  weight: "wrapper: a row is the word of the path",
  example: {
    docs: "`GET /boxes` lists `count`, then `boxes`, an array.",
    facts: bodyWith({
      listing: true,
      rows: [{ name: "count" }, { name: "boxes", container: true, word: "spelt" }],
      samePath: { name: undefined, trust: 1, closeness: 3 },
    }),
    gives: "boxes",
  },
  says: ({ rows }) =>
    rows
      .filter(asWritten)
      .filter((row) => row.word === "spelt" && namesWord(row, rows.length))
      .map(({ name }) => ({ for: name })),
};
