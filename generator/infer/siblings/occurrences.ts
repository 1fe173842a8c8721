import type { Side } from "../reference.js";
import { formatsOf } from "../words/formats.js";
import type { SampledBody } from "./body.js";
import type { Features, Closeness } from "./closeness.js";
import { Relatives, type Found, type Weighed, type Without } from "./relatives.js";
import { mergeAll, tells, type Path, type Shape } from "../shape/shape.js";

/** A place where a row was seen in a sample. */
export interface Occurrence extends Found {
  /** Below the wrapper of its body; undefined beside the wrapper. */
  readonly relative: Path | undefined;
  readonly path: Path;
  readonly isWrapper: boolean;
  readonly shape: Shape;
}

interface Summary {
  readonly telling: Shape | undefined;
  readonly formats: readonly string[] | undefined;
  readonly ways: ReadonlySet<string>;
}

const answersList = ({ side, listing }: Features): boolean => side === "response" && listing;
const wayOf = (side: Side, listing: boolean): string => `${side} ${listing}`;

/** The occurrences of one entry, or of one name. What is asked of all of them is found once. */
export class Occurrences {
  readonly #relatives = new Relatives<Occurrence>();
  readonly #byBody = new Map<SampledBody, Occurrence[]>();
  #parts: { readonly wrapping: Occurrences; readonly inside: Occurrences } | undefined;
  #summary: Summary | undefined;

  get all(): readonly Occurrence[] {
    return this.#relatives.all;
  }

  add(occurrence: Occurrence): void {
    this.#relatives.add(occurrence);
    const own = this.#byBody.get(occurrence.from);
    if (own === undefined) this.#byBody.set(occurrence.from, [occurrence]);
    else own.push(occurrence);
  }

  /** Those in one body. */
  in(body: SampledBody): readonly Occurrence[] {
    return this.#byBody.get(body) ?? [];
  }

  /** The first of those whose bodies have most to say. */
  closest(closeness: Closeness, without?: Without): Weighed<Occurrence> | undefined {
    return this.#relatives.closest(closeness, without);
  }

  /** Those that are the wrappers of their bodies. */
  get wrapping(): Occurrences {
    return this.#parted().wrapping;
  }

  /** Those that are not. */
  get inside(): Occurrences {
    return this.#parted().inside;
  }

  /** What those show together that say what is inside them. */
  get telling(): Shape | undefined {
    return this.#asked().telling;
  }

  /** The formats that all their texts have; undefined where there are no texts. */
  get formats(): readonly string[] | undefined {
    return this.#asked().formats;
  }

  /** Whether any is in a body of one side that is, or is not, the answer of a list. */
  standIn(side: Side, listing: boolean): boolean {
    return this.#asked().ways.has(wayOf(side, listing));
  }

  #parted(): { readonly wrapping: Occurrences; readonly inside: Occurrences } {
    if (this.#parts !== undefined) return this.#parts;
    const parts = { wrapping: new Occurrences(), inside: new Occurrences() };
    for (const each of this.all) (each.isWrapper ? parts.wrapping : parts.inside).add(each);
    return (this.#parts = parts);
  }

  #asked(): Summary {
    if (this.#summary !== undefined) return this.#summary;
    const telling = this.all.map(({ shape }) => shape).filter(tells);
    const texts = new Set(this.all.flatMap(({ shape }) => shape.strings));
    return (this.#summary = {
      telling: telling.length === 0 ? undefined : mergeAll(telling),
      formats: formatsOf([...texts]),
      ways: new Set(
        this.all.map(({ from: { features } }) => wayOf(features.side, answersList(features))),
      ),
    });
  }
}
