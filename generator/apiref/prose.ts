import type { Block, Line, RstDocument } from "../rst/blocks.js";
import { readFragment } from "../rst/read-document.js";
import type { Prose } from "./model.js";
import { eventsOf, plainWords } from "./events.js";

/** The prose of `blocks`, a part of `document`, as CommonMark. */
export function proseOf(blocks: readonly Block[], document: RstDocument): Prose {
  const words = eventsOf({ ...document, blocks }).flatMap((event) =>
    event.kind === "paragraph" ? [event] : [],
  );
  return {
    markdown: words.map((event) => plainWords(event.lines)).join("\n\n"),
    passages: words.flatMap((event) => {
      const [first] = event.lines;
      const last = event.lines.at(-1);
      if (!first || !last) return [];
      const span = { source: first.source, start: first.start, end: last.start + last.text.length };
      return [{ value: plainWords(event.lines), span }];
    }),
  };
}

/** The prose of a text that stands in another file, such as a description in YAML. */
export function proseOfLines(lines: readonly Line[]): Prose {
  if (lines.length === 0) return { markdown: "", passages: [] };
  const { value } = readFragment(lines);
  return proseOf(value.blocks, value);
}
