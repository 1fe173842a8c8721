// Edits such as people make, in one chapter after another of a copy of the docs.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Functions that edit the next chapter of a folder of sources: its words, or its rows. */
export function editor(source) {
  const chapters = readdirSync(source)
    .filter((name) => name.endsWith(".inc"))
    .map((name) => join(source, name));
  let count = 0;
  const editing = (pattern, replacement) => {
    // An edit that finds nothing to change would be measured as one.
    const fit = chapters.filter((path) => pattern.test(readFileSync(path, "utf8")));
    return () => {
      count += 1;
      const path = fit[(7 * count) % fit.length];
      writeFileSync(path, readFileSync(path, "utf8").replace(pattern, replacement));
    };
  };
  return {
    words: editing(/^([A-Z][a-z]+s) /m, "$1 really "),
    rows: editing(/^( +- )(\w+)(: \w+)$/m, "$1$2_$3"),
  };
}
