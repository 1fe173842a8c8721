// What a reader waits for: pages, their elements, the first screen, what a search loads.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { corporaSites } from "./links.mjs";
import { pagesIn } from "./sites.mjs";
import { elements } from "./tags.mjs";

const most = { page: 300_000, elements: 10_000, first: 100_000, search: 150_000 };

export async function run({ places, check }) {
  for (const [name, folder] of corporaSites(places)) {
    const pages = [...pagesIn(folder)].map(([path, text]) => ({
      path,
      bytes: gzipSync(text).length,
      elements: elements(text),
    }));
    const heavy = pages.filter((page) => page.bytes > most.page || page.elements > most.elements);
    const largest = pages.toSorted((a, b) => b.elements - a.elements)[0];
    check(
      `${name}: no page over 300 kB or 10,000 elements (the largest: ${largest.path}, ` +
        `${(largest.bytes / 1000).toFixed(0)} kB, ${largest.elements} elements)`,
      heavy.length === 0,
      heavy,
    );
    if (name !== "nova") continue;
    const size = (path) => gzipSync(readFileSync(join(folder, path))).length;
    const frame = ["site.css", "theme.js", "version.js", "page.js", "search.js"];
    const first = size("index.html") + frame.reduce((all, file) => all + size(`assets/${file}`), 0);
    check(`nova: the first screen is ${(first / 1000).toFixed(0)} kB`, first < most.first);
    const found = size("assets/search-entries.js");
    check(`nova: what is searched is ${(found / 1000).toFixed(0)} kB`, found < most.search);
  }
}
