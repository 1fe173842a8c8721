import { evidence, type SideVote } from "../side-vote.js";

export const label: SideVote = {
  name: "the label",
  why: "A label speaks of the sample below it; together with the file's name it beats a heading that was copied.",
  kept: "os-api-ref's docs put a label such as JSON response before each sample; files and headings mostly agree with it",
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
