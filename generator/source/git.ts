import { execFileSync } from "node:child_process";

/** A file of a revision, or a symbolic link. */
export interface GitEntry {
  /** Of its contents. */
  readonly object: string;
  readonly size: number;
  readonly isLink: boolean;
}

/** What git said when it could not do what was asked: one sentence for people. */
export class GitFailure extends Error {
  override readonly name = "GitFailure";
}

/** So many bytes are asked for at once. */
const mostBytes = 256 * 1024 * 1024;

/**
 * One revision of a repository. git is run without a shell, and only its plumbing: nothing is
 * checked out, so neither hooks nor filters of the repository are run.
 */
export class GitRevision {
  /** As it was asked for. */
  readonly name: string;
  /** The commit, in full. */
  readonly commit: string;
  /** The folder of the repository that was asked in, as a path in it; empty at its root. */
  readonly prefix: string;
  readonly #folder: string;
  #entries: ReadonlyMap<string, GitEntry> | undefined;
  #folders: ReadonlySet<string> | undefined;
  readonly #contents = new Map<string, Buffer>();

  /** @throws {GitFailure} where there is no repository at `folder`, or no such revision in it. */
  constructor(folder: string, name: string) {
    this.name = name;
    // What begins with a dash would be an option of git.
    if (name === "" || name.startsWith("-") || /[\0\n]/.test(name)) {
      throw new GitFailure(`"${name}" is no revision.`);
    }
    const { top, prefix } = placeIn(folder);
    this.#folder = top;
    this.prefix = prefix;
    try {
      const found = git(top, ["rev-parse", "--verify", "--quiet", `${name}^{commit}`]);
      this.commit = found.toString().trim();
    } catch {
      throw new GitFailure(`the repository has no revision "${name}".`);
    }
  }

  /** Every file of it, by its path from the root of the repository. */
  entries(): ReadonlyMap<string, GitEntry> {
    this.#entries ??= entriesIn(git(this.#folder, ["ls-tree", "-r", "-z", "-l", this.commit]));
    return this.#entries;
  }

  /** Every folder that a file of it lies in. */
  folders(): ReadonlySet<string> {
    if (this.#folders !== undefined) return this.#folders;
    const folders = new Set<string>();
    for (const path of this.entries().keys())
      for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1))
        if (folders.has(path.slice(0, end))) break;
        else folders.add(path.slice(0, end));
    this.#folders = folders;
    return folders;
  }

  /** The root of the working tree; of a bare repository its own folder. */
  get top(): string {
    return this.#folder;
  }

  /**
   * What has another path since, as far as it is committed or staged: the path of now, and that of
   * this revision (git-diff-index(1), `--find-renames`). Files of the working tree are not read.
   */
  renamed(): ReadonlyMap<string, string> {
    const said = git(this.#folder, [
      ..."diff-index --cached --find-renames --diff-filter=R --name-status -z".split(" "),
      this.commit,
    ]);
    const words = said.toString("utf8").split("\0");
    const found = new Map<string, string>();
    for (let at = 0; at + 2 < words.length; at += 3) {
      const [before, now] = [words[at + 1], words[at + 2]];
      if (before !== undefined && now !== undefined) found.set(now, before);
    }
    return found;
  }

  /** The contents of a file. Those of its neighbours come with them: each call of git takes time. */
  bytes(entry: GitEntry): Uint8Array {
    const known = this.#contents.get(entry.object);
    if (known !== undefined) return known;
    this.#fetch(this.#neighbours(entry));
    const found = this.#contents.get(entry.object);
    if (found === undefined) throw new GitFailure(`${this.name}: a file cannot be read.`);
    return found;
  }

  /** What lies in the same folder near the root: an API reference reads most of its own. */
  #neighbours(entry: GitEntry): readonly GitEntry[] {
    const all = [...this.entries()];
    const at = all.find(([, one]) => one === entry)?.[0] ?? "";
    const folder = at.split("/").slice(0, -1).slice(0, 2).join("/");
    const near = all
      .filter(([path]) => folder !== "" && path.startsWith(`${folder}/`))
      .map(([, one]) => one)
      .filter((one) => one.size < mostBytes / 64 && !this.#contents.has(one.object));
    const bytes = near.reduce((sum, { size }) => sum + size, 0);
    return bytes > mostBytes / 4 ? [entry] : [entry, ...near];
  }

  #fetch(entries: readonly GitEntry[]): void {
    const wanted = [...new Set(entries.map(({ object }) => object))];
    const said = git(this.#folder, ["cat-file", "--batch"], `${wanted.join("\n")}\n`);
    let at = 0;
    while (at < said.length) {
      const line = said.indexOf(10, at);
      if (line < 0) return;
      const [object = "", kind, size] = said.toString("latin1", at, line).split(" ");
      if (kind !== "blob") {
        at = line + 1;
        continue;
      }
      const end = line + 1 + Number(size);
      this.#contents.set(object, said.subarray(line + 1, end));
      at = end + 1;
    }
  }
}

/** The root of the repository around a folder, and the way from there; a bare one is its own root. */
function placeIn(folder: string): { readonly top: string; readonly prefix: string } {
  try {
    const said = git(folder, ["rev-parse", "--show-toplevel", "--show-prefix"]).toString();
    const [top = folder, prefix = ""] = said.split("\n");
    return { top, prefix: prefix.replace(/\/$/, "") };
  } catch (error) {
    // A bare repository has no working tree: what lies in its history is read all the same.
    const isBare =
      error instanceof GitFailure && error.message.includes("must be run in a work tree");
    if (!isBare) throw error;
    const said = git(folder, ["rev-parse", "--absolute-git-dir"]).toString();
    return { top: said.replace(/\n$/, ""), prefix: "" };
  }
}

/** `100644 blob 8ab686ea…     12<TAB>path`, ended by NUL (git-ls-tree(1)). */
function entriesIn(said: Buffer): ReadonlyMap<string, GitEntry> {
  const entries = new Map<string, GitEntry>();
  for (const record of said.toString("utf8").split("\0")) {
    const [, mode, object = "", size, path = ""] =
      /^(\d+) blob ([0-9a-f]+) +(\d+)\t(.*)$/s.exec(record) ?? [];
    if (mode !== undefined)
      entries.set(path, { object, size: Number(size), isLink: mode === "120000" });
  }
  return entries;
}

function git(folder: string, words: readonly string[], input?: string): Buffer {
  try {
    return execFileSync("git", ["-C", folder, ...words], {
      maxBuffer: mostBytes,
      stdio: [input === undefined ? "ignore" : "pipe", "pipe", "pipe"],
      env: { ...process.env, GIT_OPTIONAL_LOCKS: "0", LC_ALL: "C" },
      ...(input !== undefined && { input }),
    });
  } catch (error) {
    throw new GitFailure(reasonOf(error));
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof Error && "code" in error && error.code === "ENOENT")
    return "git is not installed.";
  const said = error instanceof Error && "stderr" in error ? String(error.stderr) : "";
  const first = said.split("\n").find((line) => line.trim() !== "") ?? "it ended with an error";
  return `git: ${first
    .replace(/^fatal: /, "")
    .replace(/\.$/, "")
    .slice(0, 300)}.`;
}
