import { asWritten, bodyWith, type WrapperVote } from "../wrapper-vote.js";

export const firstRowNames: WrapperVote = {
  name: "the first row names the resource",
  why: "A list or an object that comes first and has the name of what the path is about holds the rest.",
  weight: "wrapper: the first row names the resource",
  example: {
    docs: "`GET /boxes/{box_id}` begins with `box`, an object, which other bodies hold inside.",
    facts: bodyWith({
      rows: [{ name: "box", container: true, word: "meant", inside: 1 }, { name: "id" }],
    }),
    gives: "box",
  },
  says: ({ rows }) =>
    rows
      .filter(asWritten)
      .filter(({ first, container, word }) => first && container && word !== undefined)
      .map(({ name }) => ({ for: name })),
};
