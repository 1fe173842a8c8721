import { type Diagnostic, report } from "../../diagnostics/diagnostic.js";
import { headingInsideBlock } from "../../diagnostics/rules/heading-inside-block.js";
import { headingLevel } from "../../diagnostics/rules/heading-level.js";
import type { Reader } from "../reader.js";

/** The levels of the headings of one document, asked in the order of the text. */
export interface HeadingLevels {
  readonly level: Reader["level"];
  /** All that the levels of the next headings go by, as a text. */
  state(): string;
  /** Reads, one level deeper than `depth`, a part of the document that may have headings. */
  inPart<Made>(depth: number, read: () => Made): Made;
}

/**
 * Heading levels by the order in which adornments first appear (docutils' `check_subsection`).
 * Docutils refuses a heading that skips a level or brings a new adornment where an old one is
 * due; it stays a heading here, one level below the one before it, and is reported.
 *
 * A part (the body of an `only`) is read as Sphinx's `Only.run` reads it: its first adornment may
 * be a new one or skip levels, and what comes after it goes on from where it began.
 */
export function headingLevels(found: (diagnostic: Diagnostic) => void): HeadingLevels {
  let styles: string[] = [];
  let guests = new Map<string, number>();
  let current = 0;
  /** How deep headings may stand: by one more in every part. */
  let deepest = 0;
  /** Whether a part has begun, and no heading of it was met. */
  let fresh = false;
  const level: Reader["level"] = (style, span, depth) => {
    let known = styles.indexOf(style) + 1;
    if (depth > deepest) {
      found(report(headingInsideBlock, span, {}));
      return known || styles.length + 1;
    }
    if (fresh && (known === 0 || known > current + 1)) {
      styles.splice(current);
      known = 0;
    }
    fresh = false;
    if (known === 0 && styles.length === current) {
      styles.push(style);
      current = styles.length;
      return current;
    }
    if (known > 0 && known <= current + 1) {
      current = known;
      for (const [guest, at] of guests) if (at > known) guests.delete(guest);
      return current;
    }
    found(report(headingLevel, span, { adornment: style.charAt(0), overlined: style.length > 1 }));
    if (known > 0) current = known;
    else {
      current = Math.min(guests.get(style) ?? current + 1, current + 1);
      guests.set(style, current);
    }
    return current;
  };
  return {
    level,
    state: () => JSON.stringify([styles, [...guests], current, deepest, fresh]),
    inPart(depth, read) {
      // What stands in a note or a list is no part of the document's sections.
      if (depth !== deepest) return read();
      const outside = { styles: [...styles], guests: new Map(guests), current, fresh };
      deepest = depth + 1;
      fresh = true;
      const made = read();
      deepest = depth;
      ({ styles, guests, current, fresh } = outside);
      return made;
    },
  };
}
