import { addTo } from "../collections/groups.js";
import { nearest } from "./nearest.js";

/** So few names are all compared. */
const few = 256;

/** How many entries of the index are looked at for one word, and how many names compared with it. */
const most = { looks: 4096, names: 64 };

/**
 * Many names, to be asked again and again which of them is nearest, as `nearest` has it. Of few
 * names all are compared with a word; of many those that share most runs of three letters with it,
 * rare runs first, so that a word takes no longer with more names.
 */
export class NearNames {
  readonly #names: readonly string[];
  #byRun: ReadonlyMap<string, readonly number[]> | undefined;

  constructor(names: Iterable<string>) {
    this.#names = [...names];
  }

  nearest(typed: string): string | undefined {
    return nearest(typed, this.candidates(typed))[0];
  }

  /** The names that are compared with a word, in their order. */
  candidates(typed: string): readonly string[] {
    if (this.#names.length <= few) return this.#names;
    this.#byRun ??= indexed(this.#names);
    const lists = runsOf(typed)
      .map((run) => this.#byRun?.get(run) ?? [])
      .sort((a, b) => a.length - b.length);
    const shared = new Map<number, number>();
    let looks = most.looks;
    for (const list of lists) {
      for (const index of list.slice(0, looks)) shared.set(index, (shared.get(index) ?? 0) + 1);
      looks -= Math.min(looks, list.length);
    }
    return [...shared]
      .sort(([a, runs], [b, others]) => others - runs || a - b)
      .slice(0, most.names)
      .map(([index]) => index)
      .sort((a, b) => a - b)
      .flatMap((index) => this.#names[index] ?? []);
  }
}

function indexed(names: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const byRun = new Map<string, number[]>();
  names.forEach((name, index) => {
    for (const run of runsOf(name)) {
      addTo(byRun, run, index);
    }
  });
  return byRun;
}

/** The runs of three letters of a word, its ends among them, capitals aside: `␣na`, `nam`, `am␣`. */
function runsOf(word: string): readonly string[] {
  const text = ` ${word.slice(0, 100).toLowerCase()} `;
  const runs = new Set<string>();
  for (let at = 0; at + 3 <= text.length; at += 1) runs.add(text.slice(at, at + 3));
  return [...runs];
}
