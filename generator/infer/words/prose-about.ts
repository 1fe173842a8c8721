import type { ApiReference, Operation, Prose } from "../reference.js";

/** The CommonMark that may speak of an operation, piece by piece. */
export type ProseAbout = (operation: Operation) => readonly string[];

/** What an operation says of itself, and what its file says outside of operations. */
export function proseAbout({ chapters, prose }: ApiReference): ProseAbout {
  const byFile = new Map<string, string[]>();
  for (const piece of [...chapters.map(({ description }) => description), ...prose]) {
    const file = fileOf(piece);
    byFile.set(file, [...(byFile.get(file) ?? []), piece.markdown]);
  }
  return ({ source, description }) => [description.markdown, ...(byFile.get(source) ?? [])];
}

function fileOf({ passages }: Prose): string {
  return passages[0]?.span.source ?? "";
}
