import type { Directive } from "./blocks.js";
import type { Flat, Reader } from "./reader.js";

/** What reading a part of a document tells the reader of the whole. */
type Teller = Pick<
  Reader,
  "found" | "level" | "define" | "defineTitle" | "settle" | "defineSubstitution"
>;

type Told = {
  readonly [Name in keyof Teller]: readonly [Name, Parameters<Teller[Name]>];
}[keyof Teller];

/** An included file as it was read: its blocks, and what was told on the way. */
export interface KnownPart {
  readonly digest: string;
  /** What the levels of its headings go by. */
  readonly levels: string;
  readonly told: readonly Told[];
  readonly flat: readonly Flat[];
}

/** The included files of one document: those of the last time, and those of this one. */
export interface KnownParts {
  readonly before: ReadonlyMap<string, KnownPart>;
  readonly after: Map<string, KnownPart>;
  /** Of the text of a file. */
  readonly digestOf: (source: string) => string;
}

/** Where an include stands, and what of its file it takes. */
export function keyOfInclude(source: string, { options }: Directive, depth: number): string {
  return JSON.stringify([source, depth, options.map(({ name, value }) => [name, value])]);
}

/**
 * Takes over the parts of a document that are as they were. A part is its text and what was told
 * before it of levels; whatever reading it tells the document is told again.
 */
export class PartsReader {
  readonly #parts: KnownParts | undefined;
  readonly #levels: () => string;
  /** What the part that is read has told; undefined between parts. */
  #told: Told[] | undefined;
  /** How often each part stood in the document so far: each time it is another one. */
  readonly #times = new Map<string, number>();
  /** Whether that is all that reading it does. */
  #isAll = true;

  constructor(parts: KnownParts | undefined, levels: () => string) {
    this.#parts = parts;
    this.#levels = levels;
  }

  /** The same, but what is told while a part is read is known afterwards. */
  telling(teller: Teller): Teller {
    const noted = <Name extends keyof Teller>(name: Name): Teller[Name] =>
      ((...words: Parameters<Teller[Name]>) => {
        this.#told?.push([name, words] as unknown as Told);
        return Reflect.apply(teller[name], undefined, words);
      }) as Teller[Name];
    return {
      found: noted("found"),
      level: noted("level"),
      define: noted("define"),
      defineTitle: noted("defineTitle"),
      settle: noted("settle"),
      defineSubstitution: noted("defineSubstitution"),
    };
  }

  /** What is read does something that cannot be told again. */
  doesMore(): void {
    this.#isAll = false;
  }

  /** The blocks of a part as they were read last, or read now. */
  read(name: string, source: string, teller: Teller, read: () => readonly Flat[]): readonly Flat[] {
    const parts = this.#parts;
    // What a part includes is a part of it.
    if (parts === undefined || this.#told !== undefined) {
      this.doesMore();
      return read();
    }
    const times = this.#times.get(name) ?? 0;
    this.#times.set(name, times + 1);
    const key = `${times} ${name}`;
    const [digest, levels] = [parts.digestOf(source), this.#levels()];
    const before = parts.before.get(key);
    if (before?.digest === digest && before.levels === levels) {
      for (const [name, words] of before.told) Reflect.apply(teller[name], undefined, words);
      parts.after.set(key, before);
      return before.flat;
    }
    const told: Told[] = [];
    this.#told = told;
    this.#isAll = true;
    const flat = read();
    this.#told = undefined;
    if (this.#isAll) parts.after.set(key, { digest, levels, told, flat });
    return flat;
  }
}
