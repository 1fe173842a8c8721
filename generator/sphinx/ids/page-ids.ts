import type { Block, Directive, RstDocument, Section } from "../../rst/blocks.js";
import { identifiersOf, type Label } from "../../rst/ids/identifiers.js";
import { listRequests, type Rows } from "./rows.js";

/** The identifiers of the page of one document, as Sphinx with os-api-ref gives them. */
export interface PageIds {
  /** Of a section: the ones of its heading; of an operation those of its hidden part beside them. */
  ofSection(section: Section): SectionIds;
  /** Of any other block: those that stand at it, or in it. */
  ofBlock(block: Block): readonly string[];
  /** What other pages may refer to, by name. */
  readonly labels: ReadonlyMap<string, Label>;
  readonly terms: ReadonlyMap<string, string>;
}

export interface SectionIds {
  readonly heading: readonly string[];
  /** Of an operation: the part that a click opens, and the button for that. */
  readonly detail: readonly string[];
  readonly button: readonly string[];
}

/**
 * The identifiers of `document`. An operation's own goes to its row of method and path, its section
 * gets `-detail` behind its first one, its button `-detail-btn` (os-api-ref's
 * `RestMethodDirective`, `resolve_rest_references`). What Sphinx loses by that, a label that became
 * another identifier, is kept.
 */
export function pageIds(document: RstDocument, rows: Rows): PageIds {
  const ids = identifiersOf(document.blocks, listRequests(rows));
  return {
    ofSection(section) {
      const found = ids.sections.get(section);
      const all = found?.all ?? [];
      const methods = section.blocks.filter(isMethod);
      if (found === undefined || methods.length === 0)
        return { heading: all, detail: [], button: [] };
      const [first = found.own] = all;
      // Of two stanzas in one section the second goes on where the first ended.
      const details = methods.map((_, at) => `${first}${"-detail".repeat(at + 1)}`);
      const kept = found.own === first ? [] : [`${found.own}-detail`];
      return {
        heading: [found.own, ...all.filter((id) => id !== found.own)],
        detail: [...details, ...kept],
        button: [`${found.own}-detail-btn`],
      };
    },
    ofBlock(block) {
      const own = ids.blocks.get(block) ?? [];
      return [...own, ...idsOfDirective(block)];
    },
    labels: ids.labels,
    terms: ids.terms,
  };
}

/** What os-api-ref calls the sections of its lists of codes, however often they stand there. */
function idsOfDirective(block: Block): readonly string[] {
  if (block.kind !== "directive") return [];
  const name = block.name.toLowerCase();
  if (name !== "rest_status_code") return [];
  return /^\s*error/i.test(block.argument[0]?.text ?? "") ? ["Error"] : ["Success"];
}

function isMethod(block: Block): block is Directive {
  return block.kind === "directive" && block.name.toLowerCase() === "rest_method";
}
