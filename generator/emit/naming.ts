import type { Text } from "./text.js";
import { identifier } from "./text.js";

/**
 * Names of files, functions and types from titles and from names in the docs. The same words give
 * the same name always; nothing depends on what else there is (that is `Names`).
 */

/**
 * The words of a title or name, as they are written but without marks: `List Images (details)` →
 * List, Images, details; `OS-EXT-IMG-SIZE:size` → OS, EXT, IMG, SIZE, size; `listImages` → list,
 * Images. Letters lose their accents; what Latin letters cannot say is dropped.
 */
export function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize("NFKD")
      .replace(/\p{M}+/gu, "")
      // An apostrophe stands inside a word: "server's" is one.
      .replace(/['’]/g, "")
      .replace(/([a-z\d])([A-Z])/g, "$1 $2")
      .replace(/([A-Z])([A-Z][a-z])/g, "$1 $2")
      .split(/[^A-Za-z0-9]+/)
      .filter((word) => word !== "")
  );
}

/** For types: `list images` → `ListImages`. Capitals inside a word stay: `IPv6`, `OSFlavor`. */
export function pascalCase(text: string): Text<"identifier"> {
  return identifier(joined(text.replace(/\$/g, " ")));
}

/** For functions and variables: `List Images` → `listImages`, `IP Addresses` → `ipAddresses`. */
export function camelCase(text: string): Text<"identifier"> {
  const [first = "", ...rest] = wordsOf(text);
  const lead = /^[A-Z][a-z]/.test(first)
    ? first[0]?.toLowerCase() + first.slice(1)
    : lowerLead(first);
  return identifier(lead + rest.map(capital).join(""));
}

function joined(text: string): string {
  return wordsOf(text).map(capital).join("");
}

function capital(word: string): string {
  return (word[0] ?? "").toUpperCase() + word.slice(1);
}

/** `IP` → `ip`, `IPs` → `ips`, `list` → `list`. */
function lowerLead(word: string): string {
  return word.toLowerCase();
}

/** For file names: `Servers - run an action` → `servers-run-an-action`. `-` where no word is. */
export function kebabCase(text: string): string {
  return (
    wordsOf(text)
      .map((word) => word.toLowerCase())
      .join("-") || "-"
  );
}

/**
 * A set of names in which no two are the same, not even on a file system that ignores case (when
 * `folded`). Who comes first keeps the name; later ones get `suffix` and a number from 2.
 */
export class Names {
  readonly #taken = new Set<string>();
  readonly #folded: boolean;

  constructor(taken: Iterable<string> = [], options: { readonly folded?: boolean } = {}) {
    this.#folded = options.folded ?? false;
    for (const name of taken) this.#taken.add(this.#key(name));
  }

  has(name: string): boolean {
    return this.#taken.has(this.#key(name));
  }

  /** `name`, or with the first suffix from 2 that is free: `images`, `images-2`, `images-3`. */
  take<Name extends string>(name: Name, suffix: string): Name {
    let free: string = name;
    for (let count = 2; this.has(free); count++) free = `${name}${suffix}${count}`;
    this.#taken.add(this.#key(free));
    return free as Name;
  }

  #key(name: string): string {
    return this.#folded ? name.toLowerCase() : name;
  }
}
