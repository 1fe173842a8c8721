import type { Said, SourceId } from "../../diagnostics/span.js";
import type { ApiReference, ParameterEntry } from "../../apiref/model.js";
import type { Library } from "../../apiref/library.js";
import { readRestParameters } from "../../apiref/stanzas/rest-parameters.js";
import { readRestStatusCode } from "../../apiref/stanzas/rest-status-code.js";
import type { Directive } from "../../rst/blocks.js";
import {
  type DirectiveRequests,
  type IdRequest,
  inlineRequests,
} from "../../rst/ids/id-requests.js";
import { resolvePath } from "../../source/paths.js";
import type { SourceTree } from "../../source/tree.js";

/** The rows that lists of a document show, by what they refer to. */
export interface Rows {
  /** Of a `rest_parameters`: its names with their entries; what has none os-api-ref leaves out. */
  ofList(directive: Directive): readonly ListedRow[];
  /** Of a `rest_status_code`: its codes with their reasons. */
  ofCodes(directive: Directive): readonly ListedCode[];
}

export interface ListedRow {
  readonly name: string;
  readonly entry: ParameterEntry;
}

export interface ListedCode {
  readonly code: number;
  readonly reason: ParameterEntry["description"];
}

/** The rows of lists in `document`, whose paths resolve against it. */
export function rowsOf(
  tree: SourceTree,
  document: SourceId,
  entries: ReadonlyMap<string, ParameterEntry>,
  library: Library,
): Rows {
  /** An entry of a file that no operation refers to. */
  const elsewhere = (
    directive: Directive,
    path: Said<string>,
    name: string,
  ): ParameterEntry | undefined => {
    const standing = { document, source: directive.span.source };
    return library.parametersFile(standing, path).entries?.get(name);
  };
  return {
    ofList(directive) {
      const list = readRestParameters(directive).value;
      if (list === undefined) return [];
      const file = resolvePath(tree, document, list.file.value);
      return list.items.flatMap(({ name, reference }) => {
        const known = entries.get(keyOf(file, reference.value));
        const entry = known ?? elsewhere(directive, list.file, reference.value);
        return entry === undefined ? [] : [{ name: name.value, entry }];
      });
    },
    ofCodes(directive) {
      const { file, items } = readRestStatusCode(directive).value;
      if (file === undefined) return [];
      const { codes } = library.statusFile({ document, source: directive.span.source }, file);
      return items.flatMap(({ code, reason }) => {
        const reasons = codes?.get(String(code));
        const prose =
          (reason && reasons?.get(reason.value)) ?? reasons?.get("default") ?? undefined;
        return prose === undefined ? [] : [{ code, reason: prose }];
      });
    },
  };
}

/** Every entry of `reference` by its file and name. */
export function entriesOf({ entries }: ApiReference): ReadonlyMap<string, ParameterEntry> {
  return new Map(entries.map((entry) => [keyOf(entry.file, entry.name), entry]));
}

function keyOf(file: SourceId, name: string): string {
  return `${file}\n${name}`;
}

/**
 * What the lists of os-api-ref ask identifiers for: their names and descriptions are read where
 * they are shown, as often as they are shown (`RestParametersDirective.collect_rows`).
 */
export function listRequests(rows: Rows): DirectiveRequests {
  return (directive) => {
    const name = directive.name.toLowerCase();
    if (name === "rest_parameters")
      return rows.ofList(directive).flatMap((row) => [...ofName(row.name), ...idsOf(row.entry)]);
    if (name === "rest_status_code")
      return rows.ofCodes(directive).flatMap(({ reason }) => reason.ids ?? []);
    return [];
  };
}

function ofName(name: string): readonly IdRequest[] {
  return inlineRequests([{ text: name, source: "", start: 0 }]);
}

function idsOf({ description }: ParameterEntry): readonly IdRequest[] {
  return description.ids ?? [];
}
