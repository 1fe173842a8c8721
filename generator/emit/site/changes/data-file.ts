import type { PlannedFile } from "../../emitter.js";
import { verdicts } from "../changes.js";
import { scriptJson } from "../script-json.js";
import type { Site } from "../site.js";
import { anchorOf } from "./place.js";

/**
 * Every change with the microversions that it lies between, as a script: pages that are opened from
 * a disk may load scripts, and no data. A change is a list: number of the verdict, number of the
 * operation, sentence, anchor, pairs (`2.1-2.18>2.19-2.96`, several with spaces between); an
 * operation: title, number of the page.
 */
export function changesFile(site: Site): PlannedFile {
  const pages = [...site.chaptersOf].map(([page, [first]]) => [page, first?.title ?? page]);
  const numbers = new Map(pages.map(([page], index) => [page, index]));
  const operations = new Map<string, { readonly index: number; readonly entry: string }>();
  const lines = site.changes.flatMap(({ verdict, operation, message, pointer, pairs }) => {
    const placed = site.operations.get(operation?.id ?? "");
    if (placed === undefined) return [];
    const { operationId, title } = placed.operation;
    const entry = scriptJson([title, numbers.get(placed.page) ?? 0]);
    const known = operations.get(operationId) ?? { index: operations.size, entry };
    operations.set(operationId, known);
    const spans = pairs.map(({ from, to }) => `${from.min}-${from.max}>${to.min}-${to.max}`);
    return scriptJson([
      verdicts.indexOf(verdict),
      known.index,
      message,
      anchorOf(site, placed, pointer),
      spans.join(" "),
    ]);
  });
  const text = [
    '"use strict";',
    "globalThis.restanzaChanges = {",
    `"pages": ${scriptJson(pages)},`,
    `"operations": [\n${[...operations.values()].map(({ entry }) => entry).join(",\n")}\n],`,
    `"changes": [\n${lines.join(",\n")}\n]};`,
    "",
  ].join("\n");
  return { path: "assets/changes.js", text };
}
