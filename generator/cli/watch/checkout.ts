import { existsSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { foldersAbove } from "../shell/program.js";

/**
 * Tells whether git is writing the working trees that these folders lie in: it holds `index.lock`
 * for as long as a checkout, merge or stash takes (gitrepository-layout).
 */
export function checkoutsAround(folders: readonly string[]): () => boolean {
  const locks = new Set(folders.flatMap((folder) => lockOf(folder) ?? []));
  return () => [...locks].some((lock) => existsSync(lock));
}

function lockOf(folder: string): string | undefined {
  const above = foldersAbove(folder).find((each) => existsSync(join(each, ".git")));
  if (above === undefined) return undefined;
  const git = join(above, ".git");
  try {
    if (statSync(git).isDirectory()) return join(git, "index.lock");
    // Of a linked working tree or a submodule, `.git` is a file that names the folder.
    const [, named] = /^gitdir: (.+)$/m.exec(readFileSync(git, "utf8")) ?? [];
    return named === undefined ? undefined : join(resolve(above, named), "index.lock");
  } catch {
    return undefined;
  }
}
