import { addTo } from "../../collections/groups.js";
import type { Operation, Side } from "../reference.js";
import type { SampledBody } from "./body.js";
import { collectionOf } from "../words/names/collections.js";
import { Relatives, type Found } from "./relatives.js";
import { wordKey } from "../../english/number.js";

/** The sampled bodies, by what they are looked for by; each list in the order of the docs. */
export class BodyIndex {
  readonly #members = new Map<string, SampledBody[]>();
  readonly #answers = new Map<string, SampledBody[]>();
  readonly #paths = new Map<string, SampledBody[]>();
  readonly #requests = new Map<Operation, SampledBody>();
  readonly #wrappers = new Set<string>();
  /** The bodies of each side as relatives of others. */
  readonly relatives: Readonly<Record<Side, Relatives<Found>>> = {
    request: new Relatives(),
    response: new Relatives(),
  };

  constructor(bodies: readonly SampledBody[]) {
    bodies.forEach((from, number) => {
      const { body, features, wrapper } = from;
      const { path, method } = body.operation;
      addTo(this.#members, `${body.side} ${collectionOf(path)}`, from);
      addTo(this.#paths, `${body.side} ${features.words}`, from);
      if (body.side === "response" && /^(?:GET|PUT|PATCH)$/.test(method.value) && !features.listing)
        addTo(this.#answers, answerKey(features.source, features.last), from);
      if (body.side === "request") this.#requests.set(body.operation, from);
      if (wrapper !== undefined) this.#wrappers.add(wordKey(wrapper));
      this.relatives[body.side].add({ from, number, reference: "" });
    });
  }

  /** Bodies of one side whose paths name a member of a collection, or the collection itself. */
  below(side: Side, collection: string): readonly SampledBody[] {
    return this.#members.get(`${side} ${collection}`) ?? [];
  }

  /** Answers of a file that show or change one thing, and whose paths end with the same word. */
  answers(source: string, last: string | undefined): readonly SampledBody[] {
    return this.#answers.get(answerKey(source, last)) ?? [];
  }

  /** Bodies of one side whose paths have the same words. */
  ofPath(side: Side, words: string): readonly SampledBody[] {
    return this.#paths.get(`${side} ${words}`) ?? [];
  }

  /** The sampled request of an operation. */
  requestOf(operation: Operation): SampledBody | undefined {
    return this.#requests.get(operation);
  }

  /** Whether any body stands under a wrapper of that name, in whatever number. */
  hasWrapper(word: string): boolean {
    return this.#wrappers.has(wordKey(word));
  }
}

const answerKey = (source: string, last: string | undefined): string => `${source}\0${last ?? ""}`;
