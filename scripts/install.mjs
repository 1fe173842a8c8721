// Installs what is missing, and nothing when all that the lock file names is there. Plain Node: it
// runs before there is anything to import.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

/** Runs `npm ci` unless node_modules already is what package-lock.json says. */
export function installWhatIsMissing() {
  if (isInstalled()) return;
  console.log("Installing dependencies (npm ci) …");
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
  // A registry that does not answer for another platform's package makes npm ci refuse the lock
  // file; a plain install does not mind, and must not write one.
  const status =
    npm(["ci", ...quiet]) && npm(["install", "--no-package-lock", "--prefer-offline", ...quiet]);
  if (status !== 0) {
    console.error("npm ci failed: the message above says why.");
    process.exit(status);
  }
}

/** Runs npm in the repository: the one that runs this script, where there is one. */
export function npm(words, options = {}) {
  const own = process.env.npm_execpath;
  const settings = { cwd: root, stdio: "inherit", ...options };
  const { status } =
    own === undefined
      ? spawnSync("npm", words, { ...settings, shell: process.platform === "win32" })
      : spawnSync(process.execPath, [own, ...words], settings);
  return status ?? 1;
}

/**
 * npm notes what it installed in node_modules/.package-lock.json. Packages for other platforms are
 * in the lock file but not there.
 */
function isInstalled() {
  const noted = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(noted)) return false;
  try {
    const wanted = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
    const found = JSON.parse(readFileSync(noted, "utf8")).packages;
    return Object.entries(wanted).every(([path, { version, optional, devOptional }]) => {
      if (path === "") return true;
      if (found[path] === undefined) return optional === true || devOptional === true;
      return found[path].version === version && existsSync(join(root, path));
    });
  } catch {
    return false;
  }
}
