/**
 * The words of a title or name, as they are written but without marks: `List Images (details)` →
 * List, Images, details; `OS-EXT-IMG-SIZE:size` → OS, EXT, IMG, SIZE, size; `listImages` → list,
 * Images. Letters lose their accents; what Latin letters cannot say is dropped.
 */
export function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      // Letters that no accent makes.
      .replace(/[ßæœøłđ]/gi, (letter) => latin[letter.toLowerCase()] ?? "")
      // An apostrophe stands inside a word: "server's" is one.
      .replace(/['’]/g, "")
      .replace(/([a-z\d])([A-Z])/g, "$1 $2")
      .replace(/([A-Z])([A-Z][a-z])/g, "$1 $2")
      .split(/[^A-Za-z0-9]+/)
      .filter((word) => word !== "")
  );
}

/** For file names: `Servers - run an action` → `servers-run-an-action`; empty without a word. */
export function kebabCase(text: string): string {
  return wordsOf(text)
    .map((word) => word.toLowerCase())
    .join("-");
}

/** Names that Windows keeps for devices, whatever the ending of the file. */
export const deviceNames: readonly string[] = [
  "aux",
  "con",
  "nul",
  "prn",
  ...["com", "lpt"].flatMap((port) => Array.from({ length: 10 }, (_, index) => `${port}${index}`)),
];

/** File systems take 255 bytes in a name, and Windows 260 characters in a whole path. */
const longest = 80;

/** The same cut behind a word, or within a very long one, where no disk would take the whole. */
export function fileWords(text: string): string {
  const whole = kebabCase(text);
  if (whole.length <= longest) return whole;
  const cut = whole.slice(0, longest + 1).lastIndexOf("-");
  return whole.slice(0, cut > 0 ? cut : longest);
}

/** `List Images` → `listImages`, `IP Addresses` → `ipAddresses`; empty without a word. */
export function camelWords(text: string): string {
  const [first = "", ...rest] = wordsOf(text);
  return first.toLowerCase() + rest.map(capital).join("");
}

/** `list images` → `ListImages`; capitals inside a word stay, `IPv6`; empty without a word. */
export function pascalWords(text: string): string {
  return wordsOf(text).map(capital).join("");
}

function capital(word: string): string {
  return (word[0] ?? "").toUpperCase() + word.slice(1);
}

/** A set of names in which no two are the same. Who comes first keeps the name. */
export class Names {
  readonly #taken: Set<string>;
  /** By name and suffix the least number that may be free: what is taken stays taken. */
  readonly #numbers = new Map<string, number>();

  constructor(taken: Iterable<string> = []) {
    this.#taken = new Set(taken);
  }

  has(name: string): boolean {
    return this.#taken.has(name);
  }

  /** `name`, or `name`, `suffix` and the first number from 2 that is free: `images-2`. */
  take(name: string, suffix: string): string {
    const base = `${name}${suffix}`;
    let free = name;
    let count = this.#numbers.get(base) ?? 2;
    for (; this.#taken.has(free); count += 1) free = `${base}${count}`;
    if (free !== name) this.#numbers.set(base, count);
    this.#taken.add(free);
    return free;
  }
}

const latin: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
};
