/** A paragraph that is none: a heading, a list, a quotation, a table, code. */
const other = /^(?:#|>|[-*+] |\d+[.)] |\||```|~~~| {4})/;

/** Abbreviations that end in a dot and end no sentence. */
const abbreviation = /(?:\b(?:e\.g|i\.e|etc|vs|cf|approx|incl|resp|no)|\b[A-Z])\.$/i;

/** The first sentence of some CommonMark, as CommonMark; empty where nothing is a sentence. */
export function firstSentence(markdown: string | undefined): string {
  const paragraphs = (markdown ?? "").split(/\n\s*\n/);
  const first = paragraphs.find((paragraph) => paragraph.trim() !== "" && !other.test(paragraph));
  const words = (first ?? "").replace(/\s+/g, " ").trim();
  for (const { index } of words.matchAll(/[.!?](?= )/g)) {
    const sentence = words.slice(0, index + 1);
    if (!abbreviation.test(sentence) && isWhole(sentence)) return sentence;
  }
  return words.replace(/:$/, ".");
}

/** CommonMark where no link can be: of each its words. */
export function withoutLinks(markdown: string): string {
  return markdown.replace(/\[([^\]]*)\]\([^()\s]*\)/g, "$1");
}

/** Whether a cut here leaves no code and no link open. */
function isWhole(sentence: string): boolean {
  const count = (mark: RegExp) => sentence.match(mark)?.length ?? 0;
  return count(/`/g) % 2 === 0 && count(/[[(]/g) === count(/[\])]/g) && count(/\*\*/g) % 2 === 0;
}
