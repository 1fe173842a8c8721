import { evidence, type SideVote } from "../side-vote.js";

export const secondHeading: SideVote = {
  name: "a request heading behind the response",
  why: "A second `Request Example` behind the response is a slip: the name of the file is right.",
  kept: "a heading that repeats what came before is a slip in any language",
  weight: "side: a request heading behind the response",
  example: {
    docs: "Behind the response once more `Request Example`, with the file `box-resp.json`.",
    facts: evidence({
      heading: "request",
      headsExamples: true,
      file: "response",
      responseSeen: true,
    }),
    gives: "response",
  },
  says: (facts) =>
    facts.heading === "request" && facts.file === "response" && facts.responseSeen
      ? [{ for: "response" }]
      : [],
};
