// Turborepo: `turbo.json` as docs/build.md has it.
import { join } from "node:path";
import { output } from "./run.mjs";

export const packages = ["turbo@2.11.11"];

/** The settings, from the page that people copy them from. */
export const settings = "turbo.json";

export function runner({ modules, cache }) {
  const turbo = join(modules, "turbo", "bin", "turbo");
  return async (folder) => {
    const words = [process.execPath, turbo, "run", "generate:api", `--cache-dir=${cache}`];
    const said = await output(words, folder, { TURBO_TELEMETRY_DISABLED: "1" });
    const found = [...said.matchAll(/^(\w+):generate:api: cache (hit|miss)/gm)];
    return Object.fromEntries(found.map(([, name, what]) => [name, what]).sort());
  };
}
