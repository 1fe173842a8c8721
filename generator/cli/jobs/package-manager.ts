import { resolve } from "node:path";
import { type Agent, detect, getUserAgent, resolveCommand } from "package-manager-detector";

/**
 * The package manager of the project that `folder` lies in, by its lock file or its package.json;
 * else the one that started this program.
 */
export async function managerOf(folder: string): Promise<Agent> {
  return (await detect({ cwd: resolve(folder) }))?.agent ?? getUserAgent() ?? "npm";
}

/** What a person types to do something with the package manager; `undefined` where it has no word for it. */
export function wordsOf(
  manager: Agent,
  what: "run" | "add" | "execute-local",
  words: readonly string[],
): string | undefined {
  const resolved = resolveCommand(manager, what, [...words]);
  return resolved === null ? undefined : [resolved.command, ...resolved.args].join(" ");
}
