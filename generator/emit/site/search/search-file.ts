import type { PlannedFile } from "../../emitter.js";
import type { Site } from "../site.js";
import { rangesOf } from "../bounds.js";
import { scriptJson } from "../script-json.js";
import { entriesOf } from "./entries.js";

const letters = { operation: "o", member: "m", fault: "f", text: "t" } as const;

/**
 * What can be found, as a script: pages that are opened from a disk may load scripts, and no data.
 * An entry is a list, since names of members would be half of the file: kind, title, words, about,
 * number of the page, anchor, ranges of microversions.
 */
export function searchFile(site: Site): PlannedFile {
  const pages: string[] = [];
  const numbers = new Map<string, number>();
  const lines = entriesOf(site).map(({ kind, title, words, about, page, anchor, bounds }) => {
    const number = numbers.get(page) ?? pages.push(page) - 1;
    numbers.set(page, number);
    const ranges = rangesOf(bounds);
    const entry = [letters[kind], title, words, about, number, anchor];
    return scriptJson(ranges === "" ? entry : [...entry, ranges]);
  });
  const text = [
    '"use strict";',
    "globalThis.restanzaEntries = {",
    `"pages": ${scriptJson(pages)},`,
    `"entries": [\n${lines.join(",\n")}\n]};`,
    "",
  ].join("\n");
  return { path: "assets/search-entries.js", text };
}
