import type { SourceId } from "../diagnostics/span.js";
import { fileName, folderOf, resolvePath } from "../source/paths.js";
import type { SourceTree } from "../source/tree.js";

/** The images and files that pages show, each once, under the names that they have in the site. */
export class Assets {
  private readonly taken = new Map<SourceId, string>();
  private readonly contents = new Map<string, string | Uint8Array>();

  constructor(private readonly tree: SourceTree) {}

  /** The address of an image that `document` names; undefined where there is none in the tree. */
  image(document: SourceId, path: string): string | undefined {
    if (/^https?:\/\//.test(path)) return path;
    return this.given(document, path, "_images", ["", ...endings]);
  }

  /** The address of a file that `document` gives along. */
  download(document: SourceId, path: string): string | undefined {
    return this.given(document, path, "_downloads", [""]);
  }

  files(): readonly { readonly path: string; readonly text: string | Uint8Array }[] {
    return [...this.contents].map(([path, text]) => ({ path, text }));
  }

  private given(
    document: SourceId,
    path: string,
    folder: string,
    tried: readonly string[],
  ): string | undefined {
    for (const ending of path.endsWith(".*") ? tried : [""]) {
      const id = resolvePath(this.tree, document, path.replace(/\.\*$/, ending));
      const content = this.tree.bytes?.(id) ?? textOf(this.tree, id);
      if (content === undefined) continue;
      const known = this.taken.get(id) ?? this.freeName(folder, id);
      this.taken.set(id, known);
      this.contents.set(known, content);
      return `site:${known}`;
    }
    return undefined;
  }

  /** The name of the file, a folder before it where another has that name: capitals do not count. */
  private freeName(folder: string, id: SourceId): string {
    const taken = new Set([...this.contents.keys()].map((name) => name.toLowerCase()));
    let name = `${folder}/${safe(fileName(id))}`;
    for (let above = folderOf(id); taken.has(name.toLowerCase()); above = folderOf(above))
      name = `${folder}/${safe(fileName(above)) || "0"}-${name.slice(folder.length + 1)}`;
    return name;
  }
}

/** A name that a file may have on every system. */
function safe(name: string): string {
  return name.replaceAll(/[\\:]/g, "-");
}

/** What Sphinx looks for behind `name.*`, in its order for HTML. */
const endings = [".svg", ".png", ".gif", ".jpeg", ".jpg", ".webp"];

function textOf(tree: SourceTree, id: SourceId): string | undefined {
  const reading = tree.read(id);
  return reading.kind === "text" ? reading.text : undefined;
}
