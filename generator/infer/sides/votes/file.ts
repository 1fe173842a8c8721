import { evidence, type SideVote } from "../side-vote.js";

export const file: SideVote = {
  name: "the name of the file",
  why: "A file is named when it is made: its name is seldom copied with the directive that shows it.",
  weight: "side: the name of the file",
  example: {
    docs: "A file `box-create-req.json` before any heading or label.",
    facts: evidence({ file: "request" }),
    gives: "request",
  },
  says: (facts) => (facts.file === undefined ? [] : [{ for: facts.file }]),
};
