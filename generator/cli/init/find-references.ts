import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** How many files and folders are looked at: a working folder may be a whole home folder. */
const usualLimit = 50_000;
/** How much of a file is looked at for a stanza. */
const enough = 64 * 1024;

/** A folder that documents an API, relative to where the search began, with `/` between its parts. */
export interface Reference {
  readonly path: string;
  /** A word for the service: the name of the folder that holds the docs. `undefined` at the top. */
  readonly name: string | undefined;
}

/** What a search found; `isWhole` is false where there was too much to look at all of it. */
export interface Found {
  readonly references: readonly Reference[];
  readonly isWhole: boolean;
}

/**
 * Every API reference below `top`: each `api-ref` folder with sources in it, and elsewhere each
 * outermost folder of documents in which an os-api-ref stanza stands. Hidden folders and
 * `node_modules` are passed by, links to folders are not followed.
 */
export function findReferences(top: string, limit = usualLimit): Found {
  const usual: string[] = [];
  const others: string[] = [];
  const documented = new Set<string>();
  const waiting = [""];
  let seen = 0;
  for (let at = waiting.pop(); at !== undefined && seen <= limit; at = waiting.pop()) {
    const entries = entriesOf(join(top, at));
    seen += entries.length;
    const sources = entries.filter((entry) => entry.isFile() && /\.(?:rst|inc)$/.test(entry.name));
    if (sources.some(({ name }) => name === "index.rst")) documented.add(at);
    if (isUsual(at) && (sources.length > 0 || hasSources(join(top, at)))) {
      usual.push(at);
      continue;
    }
    if (sources.some(({ name }) => hasStanza(join(top, at, name)))) others.push(at);
    for (const entry of entries) {
      if (entry.isDirectory() && !entry.name.startsWith(".") && entry.name !== "node_modules")
        waiting.push(at === "" ? entry.name : `${at}/${entry.name}`);
    }
  }
  const outer = outermost(others.map((folder) => topDocument(folder, documented)));
  const references = [...usual, ...outer].sort().map((path) => referenceOf(top, path));
  return { references, isWhole: seen <= limit };
}

/** The word for the service whose docs lie in `path`. */
export function nameOf(path: string): string | undefined {
  const telling = path
    .split("/")
    .filter((part) => !["", ".", "..", "api-ref", "source", "doc", "docs", "spec"].includes(part));
  return telling.at(-1);
}

function referenceOf(top: string, path: string): Reference {
  const source = isUsual(path) && isFolder(join(top, path, "source")) ? `${path}/source` : path;
  return { path: source === "" ? "." : source, name: nameOf(path) };
}

function isUsual(folder: string): boolean {
  return basename(folder) === "api-ref";
}

function hasSources(folder: string): boolean {
  return [folder, join(folder, "source")].some((each) =>
    entriesOf(each).some(({ name }) => /\.(?:rst|inc)$/.test(name)),
  );
}

function hasStanza(path: string): boolean {
  try {
    return /^\s*\.\. rest_method::/m.test(readFileSync(path, "utf8").slice(0, enough));
  } catch {
    return false;
  }
}

/** The folder of the outermost index above `folder`: chapters may lie in folders of their own. */
function topDocument(folder: string, documented: ReadonlySet<string>): string {
  let found = folder;
  for (let at = folder; at !== "" && at !== "."; at = dirname(at))
    if (documented.has(at)) found = at;
  return found;
}

function outermost(folders: readonly string[]): readonly string[] {
  const all = new Set(folders);
  return [...all].filter((folder) => {
    if (folder !== "" && all.has("")) return false;
    for (let at = dirname(folder); at !== "." && at !== ""; at = dirname(at))
      if (all.has(at)) return false;
    return true;
  });
}

function isFolder(path: string): boolean {
  try {
    readdirSync(path);
    return true;
  } catch {
    return false;
  }
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
