import { answersAsBefore, areSame, type Question, recording } from "./questions.js";

/**
 * What was made of objects that nobody changes: it is taken over for as long as all that was asked on
 * the way is answered as before. What is remembered of an object goes with it.
 */
export class Remembered<Made> {
  readonly #known = new WeakMap<
    object,
    { readonly log: readonly Question[]; readonly made: Made }
  >();

  /** What `make` makes of an object; it may look at nothing else but what it asks. */
  of<Asked extends object>(object: object, asked: Asked, make: (asked: Asked) => Made): Made {
    if (!isObject(object)) return make(asked);
    const before = this.#known.get(object);
    if (before !== undefined && answersAsBefore(asked, before.log)) return before.made;
    const log: Question[] = [];
    const made = make(recording(asked, log));
    this.#known.set(object, { log, made });
    return made;
  }
}

/** What was made of objects that nobody changes: it is taken over while its causes are the same. */
export class RememberedBy<Made> {
  readonly #known = new WeakMap<
    object,
    { readonly causes: readonly unknown[]; readonly made: Made }
  >();

  /** What `make` makes of an object and of nothing but the causes beside it. */
  of(object: object, causes: readonly unknown[], make: () => Made): Made {
    if (!isObject(object)) return make();
    const before = this.#known.get(object);
    if (before !== undefined && areSame(before.causes, causes)) return before.made;
    const made = make();
    this.#known.set(object, { causes, made });
    return made;
  }
}

/** The same function of an object that nobody changes, which remembers what it answered. */
export function rememberingOf<Key extends object, Value>(
  answer: (object: Key) => Value,
): (object: Key) => Value {
  const known = new WeakMap<Key, { readonly value: Value }>();
  return (object) => {
    if (!isObject(object)) return answer(object);
    const before = known.get(object) ?? { value: answer(object) };
    known.set(object, before);
    return before.value;
  };
}

/** A schema, which is an object to those who read documents, may be `true` or `false` in one. */
function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}
