import { type Diagnostic, report } from "../../diagnostics/diagnostic.js";
import { unsortedParameterEntry } from "../../diagnostics/rules/unsorted-parameter-entry.js";
import type { ParameterEntry, Place } from "../model.js";

/**
 * Entries that are not where os-api-ref wants them (`_check_yaml_sorting`): header, path, query and
 * body one after the other, names in alphabetical order within each. One whose place is not known
 * is passed by.
 */
export function unsorted(entries: readonly ParameterEntry[]): readonly Diagnostic[] {
  const order: readonly Place[] = ["header", "path", "query", "body"];
  let last: { readonly section: number; readonly key: string; readonly name: string } | undefined;
  return entries.flatMap((entry) => {
    if (entry.in === undefined) return [];
    const { name, span } = entry;
    const here = { section: order.indexOf(entry.in), key: name.toLowerCase(), name };
    const before = last;
    last = here;
    if (before === undefined || here.section > before.section) return [];
    if (here.section === before.section && here.key >= before.key) return [];
    return [report(unsortedParameterEntry, span, { name, before: before.name })];
  });
}
