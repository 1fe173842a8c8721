// prepack and postpack: the package has a package.json without what only a clone can use. Its
// scripts run files that are not packed, and nobody who installs it needs what they need.
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const manifest = join(root, "package.json");
/** The manifest as it is in the clone, while the package is made. */
const kept = join(root, "node_modules", ".package.json.of-the-clone");

// What an interrupted run left is put back first.
if (existsSync(kept)) renameSync(kept, manifest);
if (process.argv[2] === "strip") {
  const text = readFileSync(manifest, "utf8");
  writeFileSync(kept, text);
  const { scripts: _, devDependencies: __, overrides: ___, ...packed } = JSON.parse(text);
  writeFileSync(manifest, `${JSON.stringify(packed, undefined, 2)}\n`);
}
