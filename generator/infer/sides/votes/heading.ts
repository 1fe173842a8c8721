import { evidence, type SideVote } from "../side-vote.js";

export const heading: SideVote = {
  name: "the heading",
  why: "A sample below `Response` shows a response.",
  kept: "os-api-ref's docs put request and response under headings of their own",
  weight: "side: the heading",
  example: {
    docs: "Below the heading `Request` the file `boxes-resp.json`, and no response before.",
    facts: evidence({ heading: "request", headsExamples: true, file: "response" }),
    gives: "request",
  },
  says: (facts) => (facts.heading === undefined ? [] : [{ for: facts.heading }]),
};
