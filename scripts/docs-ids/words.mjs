// Every sentence of Sphinx's pages, looked for in ours.

/** What is shown otherwise, or not, on purpose, and why; first the blocks that it is about. */
const leftOut = [
  [
    /^(?:normal|error|success)?\s*(?:http\s*)?(?:response|status|error|return)?\s*codes?\b/i,
    "codes: ours stand at the response that they are of",
  ],
  [/^(?:new in|available until) version \S+$/i, "bounds: ours are marks at the row"],
  [/^\d{3} - /, "codes of lists: ours stand at the response"],
  [/^(?:Name|In|Type|Description|Code|Reason)$/, "heads of os-api-ref's tables"],
  [/^key-only\b/, "the type of a row: ours is one of JSON Schema"],
  [/^(?:Success|Error)$/, "headings of os-api-ref's lists of codes"],
  [/\(Optional\)$/, "os-api-ref's word for rows: ours say what is required"],
];

/** Sentences of which a part is left out. */
const partly = [
  [/\bRFC \d+#/, "the section of an RFC: ours is in the link alone"],
  [/: - /, "lists whose blank line is missing, which Sphinx runs together: ours are lists"],
];

/** Sentences that no page of ours has, and how often each reason leaves something out. */
export function lackingSentences(pages, ours) {
  const all = Object.values(ours)
    .flatMap(({ texts }) => texts.map(([, text]) => bare(text)))
    .join("\n");
  const reasons = new Map();
  const seen = new Set();
  const lacking = pages.flatMap(([path, { texts }]) =>
    texts.flatMap(([, text]) => {
      const reason = leftOut.find(([words]) => words.test(text))?.[1];
      if (reason !== undefined) {
        reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
        return [];
      }
      return sentencesOf(text).flatMap((sentence) => {
        const words = bare(sentence);
        // Names and URLs are no sentences.
        if (sentence.split(" ").length < 3 || words.length < 12 || seen.has(words)) return [];
        seen.add(words);
        if (all.includes(words)) return [];
        // `404 There is none.`: ours stands in the row of the code.
        const [, reasonOfCode] = /^[1-5]\d\d (.{12,})$/s.exec(sentence) ?? [];
        if (reasonOfCode !== undefined && all.includes(bare(reasonOfCode))) return [];
        const known = partly.find(([part]) => part.test(sentence))?.[1];
        if (known === undefined) return [`${path}: ${sentence}`];
        reasons.set(known, (reasons.get(known) ?? 0) + 1);
        return [];
      });
    }),
  );
  return { lacking, reasons };
}

function sentencesOf(text) {
  return text.split(/(?<=[.!?:][”"')]?)\s+(?=[\p{Lu}"'(])/u);
}

/** Letters and digits alone: quotes and dashes are each side's own. */
function bare(text) {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
}
