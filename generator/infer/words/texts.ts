import { agrees } from "./formats.js";

/** Texts that samples show under a name anywhere, in lists, too. */
export class Texts {
  readonly #byName = new Map<string, Set<string>>();
  readonly #chance = new Map<string, boolean>();

  add(name: string, texts: readonly string[]): void {
    const said = this.#byName.get(name) ?? new Set();
    this.#byName.set(name, said);
    for (const text of texts) said.add(text);
  }

  /** Whether texts of one name have a format here and none there: it comes from the writer's tools. */
  isChance(name: string, format: string): boolean {
    const key = `${format}\0${name}`;
    const known = this.#chance.get(key);
    if (known !== undefined) return known;
    const texts = [...(this.#byName.get(name) ?? [])];
    const others = texts.filter((text) => !agrees(format, [text]));
    // What stands for nothing here is what a service gives everywhere.
    const chance = others.includes("") || 5 * others.length > texts.length;
    this.#chance.set(key, chance);
    return chance;
  }
}
