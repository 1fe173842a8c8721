import { bodyWith, type WrapperVote } from "../wrapper-vote.js";

export const habit: WrapperVote = {
  name: "the habit of the service",
  why: "A service that puts bodies under what their paths name does so with each, and one that does not, with none.",
  weight: "wrapper: the habit of the service",
  example: {
    docs: "`POST /boxes` lists `name`; nine of ten requests with a sample stand under the word of their path.",
    facts: bodyWith({ rows: [{ name: "name" }], word: { name: "box", likely: 0.9 } }),
    gives: "box",
  },
  says: ({ word }) =>
    word === undefined
      ? []
      : [
          ...(word.name === undefined ? [] : [{ for: word.name, share: word.likely }]),
          { for: undefined, share: 1 - word.likely },
        ],
};
