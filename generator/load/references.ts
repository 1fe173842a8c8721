import { type Diagnostic, report } from "../diagnostics/diagnostic.js";
import { unresolvedReference } from "../diagnostics/rules/unresolved-reference.js";
import type { SourceId } from "../diagnostics/span.js";
import { isRecord, stepsOf } from "../openapi/references.js";
import { camelWords, Names, pascalWords } from "../openapi/words.js";
import { folderOf, leavesRoot, normalise } from "../source/paths.js";
import type { SourceTree } from "../source/tree.js";
import { type Kind, sections } from "./grammar.js";
import { below, type Place, spanAt, stepsTo } from "./place.js";
import { readSourceFile, type SourceFile } from "./source-file.js";

/** So many files may one document be spread over. */
const mostFiles = 1000;
/** Longer chains of references lead nowhere that anybody meant. */
const longestChain = 100;

/** A value that a reference leads to, and where it stands. */
export interface Target {
  readonly value: unknown;
  readonly place: Place;
}

/** What stands elsewhere than in the components of the first file, and is to become a component. */
export interface Lifted extends Target {
  readonly kind: Kind;
  readonly section: string;
  readonly name: string;
}

/**
 * Follows the references of a document, within its files: to another file only below the folder of
 * the first one, and never over a network. What components do not hold yet is given a name there.
 */
export class References {
  readonly diagnostics: Diagnostic[] = [];
  /** What was given a name and is still to be taken in. */
  readonly waiting: Lifted[] = [];
  readonly #tree: SourceTree;
  readonly #root: SourceFile;
  readonly #files = new Map<SourceId, SourceFile | string>();
  readonly #names = new Map<string, Names>();
  readonly #lifted = new Map<string, string>();

  constructor(tree: SourceTree, root: SourceFile) {
    this.#tree = tree;
    this.#root = root;
    this.#files.set(root.source, root);
    const { value } = root;
    const components = isRecord(value) ? value["components"] : undefined;
    for (const section of Object.values(sections)) {
      const known = isRecord(components) ? components[section] : undefined;
      this.#names.set(section, new Names(isRecord(known) ? Object.keys(known) : []));
    }
  }

  /** What a reference leads to; undefined where that is nothing, which is told. */
  follow(reference: string, place: Place): Target | undefined {
    let target = this.#step(reference, place);
    for (let count = 0; typeof target === "object" && count < longestChain; count += 1) {
      const next = isRecord(target.value) ? target.value["$ref"] : undefined;
      // Siblings make it a value of its own.
      if (typeof next !== "string" || Object.keys(Object(target.value)).length > 1) return target;
      target = this.#step(next, target.place);
    }
    const reason = typeof target === "string" ? target : "it leads in a circle";
    this.#tell(reference, place, reason);
    return undefined;
  }

  /** The reference to a component that is, or now becomes, what `reference` leads to. */
  toComponent(reference: string, place: Place, kind: Kind): string | undefined {
    const section = sections[kind];
    const target = this.follow(reference, place);
    if (target === undefined || section === undefined) return undefined;
    const first = this.#step(reference, place);
    if (typeof first === "string") return undefined;
    const steps = stepsTo(first.place);
    const isOwn =
      first.place.file === this.#root &&
      steps.length === 3 &&
      steps[0] === "components" &&
      steps[1] === section;
    const name = isOwn ? (steps[2] ?? "") : this.#lift(first, steps, kind, section);
    return `#/components/${section}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
  }

  #lift(target: Target, steps: readonly string[], kind: Kind, section: string): string {
    const { source } = target.place.file;
    const key = JSON.stringify([section, source, ...steps]);
    const known = this.#lifted.get(key);
    if (known !== undefined) return known;
    const names = this.#names.get(section) ?? new Names();
    const name = names.take(nameOf(source, steps, kind), "_");
    this.#lifted.set(key, name);
    this.waiting.push({ ...target, kind, section, name });
    return name;
  }

  /** The value behind one reference, or why there is none. */
  #step(reference: string, place: Place): Target | string {
    const cut = reference.indexOf("#");
    const address = cut < 0 ? reference : reference.slice(0, cut);
    const pointer = cut < 0 ? "" : reference.slice(cut + 1);
    const file = address === "" ? place.file : this.#file(address, place.file.source);
    if (typeof file === "string") return file;
    if (pointer !== "" && !pointer.startsWith("/"))
      return "it names an anchor, and restanza follows JSON pointers only";
    let target: Target = { value: file.value, place: { file } };
    for (const step of stepsOf(`#${pointer}`)) {
      const { value } = target;
      const next =
        Array.isArray(value) && /^\d+$/.test(step)
          ? value[Number(step)]
          : isRecord(value) && Object.hasOwn(value, step)
            ? value[step]
            : undefined;
      if (next === undefined) return `${file.source} has nothing there`;
      target = { value: next, place: below(target.place, step) };
    }
    return target;
  }

  #file(address: string, from: SourceId): SourceFile | string {
    if (/^(?:[a-z][a-z\d+.-]*:|[/\\]{2})/i.test(address)) return "only files are read";
    const [path = ""] = address.split("?");
    let written = path;
    try {
      written = decodeURIComponent(path);
    } catch {
      // A percent sign that encodes nothing is one.
    }
    if (/^[/\\]/.test(written)) return "it leaves the folder of the document";
    const id = normalise(`${folderOf(from)}/${written}`);
    const known = this.#files.get(id);
    if (known !== undefined) return known;
    const file = this.#open(id);
    this.#files.set(id, file);
    return file;
  }

  #open(id: SourceId): SourceFile | string {
    if (leavesRoot(id)) return "it leaves the folder of the document";
    if (this.#files.size >= mostFiles) return `a document may have ${mostFiles} files`;
    const reading = this.#tree.read(id);
    switch (reading.kind) {
      case "missing":
        return `there is no file ${id}`;
      case "outside":
        return "it leaves the folder of the document";
      case "too-large":
        return `${id} has more than ${reading.limit} bytes`;
      case "unreadable":
        return `${id} cannot be read: ${reading.reason}`;
      case "text": {
        const read = readSourceFile(id, reading.text);
        if (read.kind === "unreadable") return `${id} is neither JSON nor YAML: ${read.reason}`;
        this.diagnostics.push(...read.diagnostics);
        return read.file;
      }
    }
  }

  #tell(reference: string, place: Place, reason: string): void {
    const at = spanAt(below(place, "$ref"), "value");
    this.diagnostics.push(report(unresolvedReference, at, { reference, reason }));
  }
}

/** Steps that name no thing of the API but a member of OpenAPI or of a schema. */
const grammarSteps = new Set(
  "components schemas parameters responses paths content schema items properties definitions $defs allOf anyOf oneOf".split(
    " ",
  ),
);

/** What is lifted is called as its last named step, or as its file where it is all of it. */
function nameOf(source: SourceId, steps: readonly string[], kind: Kind): string {
  const named = steps.filter((step) => !grammarSteps.has(step) && !/^\d+$/.test(step));
  const file = source.slice(source.lastIndexOf("/") + 1).replace(/\.\w+$/, "");
  const last = steps.at(-1) ?? "";
  const isPlain = named.at(-1) === last && /^[\w.-]+$/.test(last);
  const words = isPlain ? last : (named.length === 0 ? [file] : named.slice(-2)).join(" ");
  if (isPlain) return words;
  return (kind === "schema" ? pascalWords(words) : camelWords(words)) || "unnamed";
}
