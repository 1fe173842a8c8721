import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach } from "vitest";
import type { Surroundings } from "../../templates/node/files/surroundings.js";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Files below a folder of their own, and an environment that may name it as $ROOT. */
export interface Given {
  readonly files?: Readonly<Record<string, string>> | undefined;
  readonly env?: Readonly<Record<string, string>> | undefined;
}

export interface Place {
  readonly root: string;
  readonly world: Surroundings;
}

/** A place where these files lie: `cwd/` is where the program runs, `home/` is the user's. */
export function placeOf({ files = {}, env = {} }: Given): Place {
  const root = mkdtempSync(join(tmpdir(), "clouds-"));
  folders.push(root);
  for (const [path, text] of Object.entries({ "cwd/.": "", "home/.": "", ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    if (!path.endsWith(".")) writeFileSync(join(root, path), text);
  }
  const own = Object.entries(env).map(([name, value]) => [name, value.replaceAll("$ROOT", root)]);
  return {
    root,
    world: {
      env: { ...Object.fromEntries(own), HOME: join(root, "home") },
      cwd: join(root, "cwd"),
      platform: "linux",
    },
  };
}
