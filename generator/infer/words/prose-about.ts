import { groupBy } from "../../collections/groups.js";
import type { ApiReference, Operation, Prose } from "../reference.js";
import { type ValueTable, valueTables } from "./values/value-tables.js";

/** What may speak of an operation beside its stanzas. */
export interface About {
  /** The CommonMark, piece by piece. */
  readonly prose: readonly string[];
  /** Tables of the values of members. */
  readonly tables: readonly ValueTable[];
}

export type ProseAbout = (operation: Operation) => About;

/**
 * What an operation says of itself, and what its file says outside of operations. Of all other files
 * it has the tables that name a member in full.
 */
export function proseAbout({ chapters, prose }: ApiReference): ProseAbout {
  const pieces = [...chapters.map(({ description }) => description), ...prose];
  const byFile = groupBy(pieces, fileOf);
  const everywhere = pieces.flatMap(tablesOf).filter(({ caption }) => caption.length > 1);
  const anywhere = everywhere.map((table) => ({ ...table, inFull: true }));
  const tablesIn = new Map(
    [...byFile].map(([file, own]) => {
      const tables = own.flatMap(tablesOf);
      const isOwn = new Set(tables.map(({ values }) => values));
      return [file, [...tables, ...anywhere.filter(({ values }) => !isOwn.has(values))]];
    }),
  );
  return ({ source, description }) => ({
    prose: [description, ...(byFile.get(source) ?? [])].map(({ markdown }) => markdown),
    tables: tablesIn.get(source) ?? anywhere,
  });
}

function tablesOf({ markdown, title }: Prose): readonly ValueTable[] {
  return valueTables(title === undefined ? markdown : `# ${title}\n\n${markdown}`);
}

function fileOf({ passages }: Prose): string {
  return passages[0]?.span.source ?? "";
}
