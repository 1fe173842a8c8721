import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * A digest of the program itself: its bundles, its templates and what it depends on, so that what
 * another program made is never taken for what this one would. `undefined` where it runs from its
 * sources.
 */
export function programDigest(): string | undefined {
  if (import.meta.url.endsWith(".ts")) return undefined;
  const dist = dirname(fileURLToPath(import.meta.url));
  const home = dirname(dist);
  const hash = createHash("sha256").update(process.version);
  for (const folder of [dist, join(home, "templates")]) {
    for (const path of filesBelow(folder))
      hash.update(path).update(readFileSync(join(folder, path)));
  }
  const text = readFileSync(join(home, "package.json"), "utf8");
  hash.update(text);
  const own: unknown = JSON.parse(text);
  for (const name of dependenciesOf(own)) {
    const found = foldersAbove(home)
      .map((folder) => join(folder, "node_modules", name, "package.json"))
      .find(existsSync);
    if (found === undefined) return undefined;
    hash.update(name).update(readFileSync(found));
  }
  return hash.digest("hex");
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(?:js|hbs|ts)$/.test(path) && !path.endsWith(".d.ts"))
    .sort();
}

function dependenciesOf(own: unknown): readonly string[] {
  if (typeof own !== "object" || own === null || !("dependencies" in own)) return [];
  return Object.keys(own.dependencies ?? {}).sort();
}

/** `folder` and all that it lies in. */
export function foldersAbove(folder: string): readonly string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...foldersAbove(above)];
}
