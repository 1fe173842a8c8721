import { addTo } from "../../collections/groups.js";
import type { Json, Operation, ParameterList, SampleLink, Side } from "../reference.js";
import {
  isElided,
  isObject,
  keysIn,
  sampleValues,
  wholeSamples,
  type JsonObject,
} from "../shape/sample-json.js";
import { lastName, valuesAt } from "./sample-values.js";

/** An object of a sample that is not empty, and those lists of its side that name all its keys. */
export interface ShownObject {
  readonly object: JsonObject;
  readonly lists: readonly ReadonlySet<string>[];
  /** Which of the samples it stands in, by number. */
  readonly sample: number;
}

/** The bodies that the docs of an operation show of one side, for questions about many places. */
export class ShownBodies {
  readonly values: readonly Json[];
  readonly #links: readonly SampleLink[];
  readonly #beside: readonly Json[];
  readonly #lists: readonly ParameterList[];
  readonly #objects = new Map<string, readonly ShownObject[]>();
  #names: readonly ReadonlySet<string>[] | undefined;
  #keys: ReadonlySet<string> | undefined;
  #keysBeside: ReadonlySet<string> | undefined;
  #linksOf: ReadonlyMap<string, readonly SampleLink[]> | undefined;

  constructor(operation: Operation, side: Side) {
    this.values = sampleValues(operation, side);
    this.#links = wholeSamples(operation, side);
    this.#lists = operation[side];
    const whole = new Set(this.#links);
    this.#beside = operation.samples.flatMap((link) =>
      link.side === side && link.sample.kind === "json" && !whole.has(link)
        ? [link.sample.value]
        : [],
    );
  }

  /** The keys of all objects, however deep. */
  get keys(): ReadonlySet<string> {
    return (this.#keys ??= keysIn(this.values));
  }

  /** The same of what is shown beside whole bodies: parts of them, and blocks of the text beside files. */
  get keysBeside(): ReadonlySet<string> {
    return (this.#keysBeside ??= keysIn(this.#beside));
  }

  /** The objects at a place that have any member. */
  objectsAt(path: string): readonly ShownObject[] {
    const known = this.#objects.get(path);
    if (known !== undefined) return known;
    const objects = this.values.flatMap((value, sample) =>
      valuesAt([value], path)
        .filter(isObject)
        .flatMap((object) => {
          const keys = Object.keys(object);
          if (keys.length === 0) return [];
          return [{ object, lists: this.#listsOf(keys), sample }];
        }),
    );
    this.#objects.set(path, objects);
    return objects;
  }

  /** Whether the sample of that number leaves out what the body has. */
  leavesOut(sample: number): boolean {
    const link = this.#links[sample];
    return link !== undefined && isElided(link);
  }

  /** The first sample that shows something at a place. */
  linkOf(path: string): SampleLink | undefined {
    const last = lastName(path);
    // `*` and nothing are the names of no key: then all samples are looked through.
    const links = /^\*?$/.test(last) ? this.#links : (this.#byKey().get(last) ?? []);
    return links.find(
      ({ sample }) => sample.kind === "json" && valuesAt([sample.value], path).length > 0,
    );
  }

  /** Where a side has several lists, the names of those that name all of some keys. */
  #listsOf(keys: readonly string[]): readonly ReadonlySet<string>[] {
    if (this.#lists.length < 2) return [];
    this.#names ??= this.#lists.map(({ rows }) => new Set(rows.map(({ name }) => name.value)));
    return this.#names.filter((names) => keys.every((key) => names.has(key)));
  }

  /** Samples by the keys in them, as places end with them. */
  #byKey(): ReadonlyMap<string, readonly SampleLink[]> {
    if (this.#linksOf !== undefined) return this.#linksOf;
    const byKey = new Map<string, SampleLink[]>();
    for (const link of this.#links) {
      if (link.sample.kind !== "json") continue;
      for (const key of new Set([...keysIn([link.sample.value])].map(lastName))) {
        addTo(byKey, key, link);
      }
    }
    return (this.#linksOf = byKey);
  }
}
