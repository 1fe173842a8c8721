import { basename, dirname, relative } from "node:path";
import type { Agent } from "package-manager-detector";
import { resolveCommand } from "package-manager-detector/commands";

/** How this program was started. */
export interface Start {
  /** The script that runs, as Node was given it. */
  readonly script: string;
  /** What the package manager that started it says of itself (`npm_config_user_agent`). */
  readonly agent: string | undefined;
  readonly folder: string;
}

/**
 * What a person types to run restanza once more, as it was started: by a package manager (npx, a
 * script of package.json), from `node_modules/.bin`, by its name alone where it is installed for
 * all, or by the path of the program.
 */
export function callWords({ script, agent, folder }: Start): string {
  const name = basename(script).replace(/\.cmd$/i, "");
  const isLocal = /[\\/]node_modules[\\/]\.bin$/.test(dirname(script));
  if (agent !== undefined || isLocal) return localWords(agentOf(agent));
  if (name === "restanza") return name;
  if (name === "cli.js") return `node ${relative(folder, script) || script}`;
  return localWords("npm");
}

/** This run's own. */
export function ownCall(): string {
  return callWords({
    script: process.argv[1] ?? "",
    agent: process.env["npm_config_user_agent"],
    folder: process.cwd(),
  });
}

/** `pnpm/9.1.0 npm/? node/v20.19.0 linux x64` is of pnpm. */
function agentOf(agent: string | undefined): Agent {
  const name = /^[a-z]+/.exec(agent ?? "")?.[0];
  return (["pnpm", "yarn", "bun", "deno"] as const).find((each) => each === name) ?? "npm";
}

function localWords(agent: Agent): string {
  const resolved = resolveCommand(agent, "execute-local", ["restanza"]);
  return resolved === null ? "npx restanza" : [resolved.command, ...resolved.args].join(" ");
}
