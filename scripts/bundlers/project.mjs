// A project whose program shows what a generated module says: each suite bundles it.
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../install.mjs";

/** A new project below `home`, with the api-ref of this repository as its docs. */
export function makeProject(home, name, modules) {
  const folder = join(home, name);
  mkdirSync(join(folder, "src"), { recursive: true });
  cpSync(join(root, "spec"), join(folder, "docs"), { recursive: true });
  const files = {
    "package.json": JSON.stringify({ private: true, type: "module" }),
    "restanza.config.ts": 'export default { source: "docs", out: "src/api", emit: ["client"] };\n',
    "index.html":
      '<!doctype html><title>x</title><p id="said"></p><script type="module" src="/src/main.ts"></script>\n',
    // The link to the docs is a comment, and a comment is what nobody sees: names of operations are code.
    "src/main.ts": [
      'import * as images from "./api/client/images.js";',
      'const place = globalThis.document?.getElementById("said");',
      'const words = Object.keys(images).sort().join(" ");',
      "if (place) place.textContent = words;",
      "console.log(words);",
      "",
    ].join("\n"),
  };
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
  symlinkSync(modules, join(folder, "node_modules"));
  const docs = join(folder, "docs", "images.inc");
  return {
    folder,
    /** The operation has another title, and so the function another name. */
    retitle(title) {
      const text = readFileSync(docs, "utf8");
      const before = /^Show Image Details$|^Look .*$/m.exec(text)?.[0] ?? "";
      const line = "=".repeat(title.length);
      writeFileSync(
        docs,
        text.replace(
          new RegExp(`^${before}\n(=+|-+)$`, "m"),
          (_, under) => `${title}\n${line.replaceAll("=", under[0])}`,
        ),
      );
    },
    /** Puts a finding of severity error into the docs, and takes it out again. */
    breakDocs() {
      const text = readFileSync(docs, "utf8");
      writeFileSync(docs, `${text}\n.. include:: nowhere.inc\n`);
    },
    mendDocs() {
      const text = readFileSync(docs, "utf8");
      writeFileSync(docs, text.replace("\n.. include:: nowhere.inc\n", ""));
    },
  };
}

/** What `look` gives as soon as it is something; fails with `words` when it takes too long. */
export async function until(words, look, patience = 60_000) {
  const end = Date.now() + patience;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`waited in vain until ${words}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}
