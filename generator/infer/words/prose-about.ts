import { groupBy } from "../../collections/groups.js";
import type { ApiReference, Operation, Prose } from "../reference.js";

/** The CommonMark that may speak of an operation, piece by piece. */
export type ProseAbout = (operation: Operation) => readonly string[];

/** What an operation says of itself, and what its file says outside of operations. */
export function proseAbout({ chapters, prose }: ApiReference): ProseAbout {
  const pieces = [...chapters.map(({ description }) => description), ...prose];
  const byFile = groupBy(pieces, fileOf);
  return ({ source, description }) =>
    [description, ...(byFile.get(source) ?? [])].map(({ markdown }) => markdown);
}

function fileOf({ passages }: Prose): string {
  return passages[0]?.span.source ?? "";
}
