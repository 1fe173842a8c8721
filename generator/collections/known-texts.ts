import { createHash } from "node:crypto";

/** A text and where it is kept. */
export interface KnownText {
  readonly key: string;
  readonly text: string;
}

/**
 * Texts that were made before, by a digest of all that they are made from. What is asked for is kept
 * for the next time, all else is forgotten.
 */
export class KnownTexts {
  readonly #before: ReadonlyMap<string, string>;
  /** All that was asked for. */
  readonly after = new Map<string, string>();
  kept = 0;
  made = 0;

  constructor(before: ReadonlyMap<string, string> = new Map()) {
    this.#before = before;
  }

  /** The text that `make` makes of `causes`, whose kind no other text has. */
  text(kind: string, causes: readonly string[], make: () => string): string {
    return this.known(kind, causes, make).text;
  }

  /** The same, for who will know by himself that it is still the text. */
  known(kind: string, causes: readonly string[], make: () => string): KnownText {
    const key = keyOf(kind, causes);
    return { key, text: this.#known(key) ?? this.#keep(key, make()) };
  }

  /** Keeps a text that is known to be made of the same as before. */
  keep({ key, text }: KnownText): void {
    if (this.after.has(key)) return;
    this.kept += 1;
    this.after.set(key, text);
  }

  /** The same of a text that takes a while. */
  async textLater(
    kind: string,
    causes: readonly string[],
    make: () => Promise<string>,
  ): Promise<string> {
    const key = keyOf(kind, causes);
    return this.#known(key) ?? this.#keep(key, await make());
  }

  #known(key: string): string | undefined {
    const known = this.after.get(key) ?? this.#before.get(key);
    if (known !== undefined) {
      this.kept += 1;
      this.after.set(key, known);
    }
    return known;
  }

  #keep(key: string, text: string): string {
    this.made += 1;
    this.after.set(key, text);
    return text;
  }
}

function keyOf(kind: string, causes: readonly string[]): string {
  const hash = createHash("sha256").update(kind);
  for (const cause of causes) hash.update(`\0${cause.length}\0`).update(cause);
  return hash.digest("base64");
}
