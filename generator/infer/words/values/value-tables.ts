import { remembering } from "../../../collections/remembering.js";
import { singular } from "../../../english/number.js";

/** A table that lists the values of a member: those of its first column. */
export interface ValueTable {
  /** The words of its caption, in the singular: `["volume", "status"]` of "Volume statuses". */
  readonly caption: readonly string[];
  readonly values: readonly string[];
  /** It stands in another file: only a member of just that name is meant. */
  readonly inFull?: boolean;
}

/** `| a | b |`, as our reader writes rows of tables. */
const row = /^\|(.*)\|$/;
const rule = /^(?:\s*:?-+:?\s*\|)*\s*:?-+:?\s*$/;
/** The caption of a table, or the heading above it, alone on its line. */
const captioned = /^(?:\*\*(.+?)\*\*:?|#+ (.+))$/;
/** What the first column may be called: what it lists, or that it lists it. */
const heads = /^(?:codes?|names?|values?|stat(?:us|uses|es?)|types?|modes?)$/i;
/** Words of captions that name no member. */
const filling = /^(?:codes?|values?|table|list|possible|valid|the|of|an?)$/;
const value = /^`?([A-Za-z][\w.-]{0,39})`?$/;

/** The tables of values in CommonMark prose, each with a caption or a heading right above it. */
export const valueTables = remembering((markdown: string): readonly ValueTable[] => {
  const tables: ValueTable[] = [];
  let caption: string | undefined;
  let rows: (readonly string[])[] = [];
  for (const line of [...markdown.split("\n"), ""]) {
    const cells = row.exec(line.trim())?.[1];
    if (cells !== undefined) {
      if (!rule.test(cells)) rows.push(cells.split(/(?<!\\)\|/).map((cell) => cell.trim()));
      continue;
    }
    if (rows.length > 0) {
      const values = firstColumn(rows.filter((each) => each.some((cell) => cell !== "")));
      if (caption !== undefined && values !== undefined)
        tables.push({ caption: wordsOf(caption), values });
      rows = [];
      caption = undefined;
    }
    const words = captioned.exec(line.trim());
    if (words !== null) caption = words[1] ?? words[2];
    else if (line.trim() !== "") caption = undefined;
  }
  return tables;
});

/** The values that a table of words and their meaning lists; undefined of any other table. */
function firstColumn([head, ...rows]: readonly (readonly string[])[]):
  | readonly string[]
  | undefined {
  if (head === undefined || head.length !== 2 || !heads.test(head[0] ?? "")) return undefined;
  const values = rows.map(([cell = ""]) => value.exec(cell)?.[1]);
  return values.length > 1 && values.every((each) => each !== undefined) ? values : undefined;
}

/** `VolumeAttachment statuses` is volume, attachment, status. */
function wordsOf(caption: string): readonly string[] {
  const words =
    caption
      .replace(/([a-z])([A-Z])/g, "$1 $2")
      .toLowerCase()
      .match(/[a-z]+/g) ?? [];
  return words.filter((word) => !filling.test(word)).map(singular);
}

/**
 * The values that a table lists for the member `name` of `owner`: "Volume statuses" are those of
 * `status` of a volume, "Operating status codes" those of `operating_status` of anything.
 */
export function tabledValues(
  tables: readonly ValueTable[],
  name: string,
  owner: string,
): readonly string[] | undefined {
  const words = partsOf(name);
  const owning = partsOf(owner).at(-1);
  const own = tables.filter(({ caption, inFull = false }) =>
    words.length > 1 || inFull
      ? caption.join(" ") === words.join(" ")
      : caption.length > 1 && caption.at(-1) === words[0] && caption.at(-2) === owning,
  );
  return own.length === 1 ? own[0]?.values : undefined;
}

/** The words of a name, the last in the singular. */
function partsOf(name: string): readonly string[] {
  const words = name.toLowerCase().split(/[_-]/);
  return words.map((word, index) => (index === words.length - 1 ? singular(word) : word));
}
