import { evidence, type SideVote } from "../side-vote.js";

export const label: SideVote = {
  name: "the label",
  why: "A label speaks of the sample below it; together with the file's name it beats a heading that was copied.",
  weight: "side: the label",
  example: {
    docs: "Below `Response Example`: `**JSON request**` and the file `box-req.json`.",
    facts: evidence({
      heading: "response",
      headsExamples: true,
      label: "request",
      file: "request",
    }),
    gives: "request",
  },
  says: (facts) => (facts.label === undefined ? [] : [{ for: facts.label }]),
};
