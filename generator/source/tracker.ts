import { createHash } from "node:crypto";
import type { SourceId } from "../diagnostics/span.js";
import type { Reading, SourceTree } from "./tree.js";

/** A file that was read or looked for, through which of the trees of a tracker, and what was there. */
export type Read = readonly [path: SourceId, tree: number, digest: string];

/** Knows which files some work read, so that it need not be done again while they are the same. */
export class Tracker {
  readonly #trees: SourceTree[] = [];
  #log: Read[] | undefined;

  /** The same tree, whose readings are known to this tracker. */
  track(tree: SourceTree): SourceTree {
    const index = this.#trees.push(tree) - 1;
    return {
      ...tree,
      read: (path) => {
        const reading = tree.read(path);
        this.#log?.push([path, index, this.digestOf(reading)]);
        return reading;
      },
    };
  }

  /** What `work` gives, and what it read of tracked trees. */
  reads<Value>(work: () => Value): { readonly value: Value; readonly reads: readonly Read[] } {
    const before = this.#log;
    const log: Read[] = [];
    this.#log = log;
    try {
      return { value: work(), reads: log };
    } finally {
      this.#log = before;
      for (const each of log) before?.push(each);
    }
  }

  /** Whether all that some work read is the same; reads it again, as the work would. */
  areSame(reads: readonly Read[]): boolean {
    let same = true;
    for (const [path, index, digest] of reads) {
      const reading = this.#trees[index]?.read(path);
      const now = reading && this.digestOf(reading);
      this.#log?.push([path, index, now ?? ""]);
      same &&= now === digest;
    }
    return same;
  }

  /** Of what a reading says, whatever way it was asked for. */
  digestOf(reading: Reading): string {
    const known = digests.get(reading);
    if (known !== undefined) return known;
    const hash = createHash("sha256");
    if (reading.kind === "text")
      hash.update(reading.notes.join()).update("\0").update(reading.text);
    else hash.update(JSON.stringify(reading));
    const digest = hash.digest("base64");
    digests.set(reading, digest);
    return digest;
  }
}

/** The digests of readings: each is one object for as long as the file is the same. */
const digests = new WeakMap<Reading, string>();
