import { randomUUID } from "node:crypto";

/**
 * The states of a site that is served, one after another. A page knows which of them it shows, so it
 * learns what has changed since, also where it asks late: it was still loading, or had lost the
 * connection.
 */
export class Editions {
  /** Pages that an earlier run of the command gave show none of these. */
  readonly #run = randomUUID();
  readonly #changes: (readonly string[])[] = [];

  /** The name of the state that is shown now. */
  get current(): string {
    return `${this.#run}.${this.#changes.length}`;
  }

  /** The site is another from now on, at these paths. */
  add(paths: readonly string[]): void {
    this.#changes.push(paths);
  }

  /** The paths that are others than in this edition; `undefined` where it is none of this run. */
  since(edition: string): readonly string[] | undefined {
    const [run, count] = edition.split(".");
    if (run !== this.#run) return undefined;
    return [...new Set(this.#changes.slice(Number(count)).flat())];
  }
}
