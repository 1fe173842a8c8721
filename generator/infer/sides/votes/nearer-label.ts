import { evidence, type SideVote } from "../side-vote.js";

export const nearerLabel: SideVote = {
  name: "a label that is nearer than the heading",
  why: "A heading that is not one of examples speaks of the list below it, and a label of the sample.",
  kept: "in English a label speaks of what follows it",
  weight: "side: a label that is nearer",
  example: {
    docs: "Below `Request Parameters` and its list: `**Example response**` and a file `box.json`.",
    facts: evidence({ heading: "request", label: "response" }),
    gives: "response",
  },
  says: (facts) => (facts.label === undefined || facts.headsExamples ? [] : [{ for: facts.label }]),
};
