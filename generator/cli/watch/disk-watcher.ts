import { basename, isAbsolute, join } from "node:path";
import type { FSWatcher } from "chokidar";
import { OutputFailure, systemCode } from "../../output/failure.js";
import { isPassedBy } from "./watched.js";

/** What is done with what is seen. */
export interface Watching {
  /** The system tells of this name, before it is known what happened: it may be told of many at once. */
  readonly stirred: (name: string) => void;
  /** A file or folder at this absolute path came, went or was written to. */
  readonly seen: (path: string) => void;
  /** Whether the process stays alive for it. */
  readonly keepsAlive: boolean;
  /** Nothing can be watched any more: why, in words for people. */
  readonly failed: (error: Error) => void;
}

/**
 * Watches folders by chokidar, which knows the ways of each system. A folder that was watched and
 * is replaced is not seen any more by the system: then all are watched anew.
 */
export class DiskWatcher {
  readonly #watching: Watching;
  readonly #folders = new Set<string>();
  readonly #listed = new Set<string>();
  #watchers: FSWatcher[] = [];
  /** Whether a folder went that was watched. */
  #isBroken = false;

  constructor(watching: Watching) {
    this.#watching = watching;
  }

  /**
   * Watches the files in `folders`, and the sources in and below the folders in `listed`, from when
   * it resolves. Whether it began to watch anything: what changed before was not seen.
   */
  async watch(folders: readonly string[], listed: readonly string[]): Promise<boolean> {
    if (this.#isBroken) await this.close();
    const flat = folders.filter((folder) => !this.#folders.has(folder));
    const deep = listed.filter((folder) => !this.#listed.has(folder));
    for (const folder of flat) this.#folders.add(folder);
    for (const folder of deep) this.#listed.add(folder);
    await Promise.all([
      ...(flat.length === 0 ? [] : [this.#begin(flat, { depth: 0 })]),
      ...(deep.length === 0 ? [] : [this.#begin(deep, { ignored: isNoSource })]),
    ]);
    return flat.length + deep.length > 0;
  }

  async close(): Promise<void> {
    const watchers = this.#watchers;
    this.#watchers = [];
    this.#folders.clear();
    this.#listed.clear();
    this.#isBroken = false;
    await Promise.all(watchers.map((each) => each.close()));
  }

  async #begin(
    paths: readonly string[],
    options: { readonly depth?: number; readonly ignored?: typeof isNoSource },
  ): Promise<void> {
    const { watch } = await import("chokidar");
    const watcher = watch([...paths], {
      ...options,
      persistent: this.#watching.keepsAlive,
      ignoreInitial: true,
      atomic: false,
    });
    this.#watchers.push(watcher);
    watcher.on("all", (event, path) => {
      if (event === "unlinkDir" && (this.#folders.has(path) || this.#listed.has(path)))
        this.#isBroken = true;
      this.#watching.seen(path);
    });
    // chokidar drops what follows a change of the same file within 50 ms, and has no word of it
    // later: so what the system tells counts, too.
    watcher.on("raw", (_event, name, details) => {
      this.#watching.stirred(String(name));
      for (const path of pathsOf(name, details)) this.#watching.seen(path);
    });
    watcher.on("error", (error) => this.#fail(error));
    await new Promise<void>((done) => {
      watcher.on("ready", done);
      watcher.on("error", () => done());
    });
  }

  #fail(error: unknown): void {
    const code = systemCode(error);
    // What went while it was looked at is told of as an event, too.
    if (code === "ENOENT" || code === "ENOTDIR") return;
    const reason =
      code === "ENOSPC" || code === "EMFILE"
        ? "the system watches no more files: raise its limit (on Linux fs.inotify.max_user_watches and max_user_instances), or set CHOKIDAR_USEPOLLING=1"
        : (code ?? String(error));
    this.#watching.failed(new OutputFailure(`The files cannot be watched: ${reason}.`));
  }
}

/**
 * The paths that an event of the system may be about: a file that is watched itself, or a name in a
 * folder that is.
 */
function pathsOf(name: unknown, details: unknown): readonly string[] {
  if (typeof name !== "string" || typeof details !== "object" || details === null) return [];
  const watched = "watchedPath" in details ? details.watchedPath : undefined;
  if (typeof watched !== "string") return isAbsolute(name) ? [name] : [];
  return [basename(watched) === name ? watched : join(watched, name)];
}

/** Of the folders in which sources are looked for, all but sources and the folders that are searched. */
function isNoSource(
  path: string,
  stats?: { readonly isFile: () => boolean; readonly isDirectory: () => boolean },
): boolean {
  if (stats === undefined) return false;
  return stats.isDirectory() ? isPassedBy(basename(path)) : !/\.(?:rst|inc)$/.test(path);
}
