import { evidence, type SideVote } from "../side-vote.js";

export const text: SideVote = {
  name: "the text itself",
  why: "A text that begins as a command or as an answer over HTTP is what it shows, whatever stands above.",
  kept: "a message of HTTP begins with its request line or its status line (RFC 9112)",
  weight: "side: the text itself",
  example: {
    docs: "Below `Response` a block that begins with `GET /boxes HTTP/1.1`.",
    facts: evidence({ heading: "response", text: "request" }),
    gives: "request",
  },
  says: (facts) => (facts.text === undefined ? [] : [{ for: facts.text }]),
};
