import { evidence, type UnnamedSideRule } from "./side-vote.js";

/** Which side a sample shows that nothing names. The first rule that says something decides. */
export const unnamedSideRules: readonly UnnamedSideRule[] = [
  {
    name: "a command",
    why: "What `curl` is given is what is sent.",
    kept: "curl sends what it is given",
    example: {
      docs: "Below the heading `Using curl` a file, behind the list of the response.",
      facts: evidence({ command: true, before: "response" }),
      gives: "request",
    },
    says: ({ command }) => (command ? "request" : undefined),
  },
  {
    name: "a file behind a list",
    why: "A file is shown behind what it is an example of.",
    kept: "English: an example follows what it is an example of",
    example: {
      docs: "Behind the list of the request a file `box.json`.",
      facts: evidence({ before: "request" }),
      gives: "request",
    },
    says: ({ before, block }) => (block === undefined ? before : undefined),
  },
  {
    name: "the first of several blocks",
    why: "Of blocks that follow each other the first is sent, where the method sends anything, and the next are answers.",
    kept: "HTTP: a request comes before its answer",
    example: {
      docs: "`POST /boxes` shows two blocks behind the list of its response.",
      facts: evidence({ sends: true, before: "response", block: { place: 0, count: 2 } }),
      gives: "request",
    },
    says: ({ sends, block }) => {
      if (!sends || block === undefined || block.count < 2) return undefined;
      return block.place === 0 ? "request" : "response";
    },
  },
  {
    name: "a block behind a list",
    why: "Where a method sends something, a single block is of the side that was spoken of last, and else is sent.",
    kept: "HTTP: POST, PUT and PATCH send content (RFC 9110, section 9.3)",
    example: {
      docs: "`POST /boxes` shows one block in its description.",
      facts: evidence({ sends: true, block: { place: 0, count: 1 } }),
      gives: "request",
    },
    says: ({ sends, block, before }) =>
      sends && block !== undefined ? (before ?? "request") : undefined,
  },
];
