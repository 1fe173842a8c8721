import { answersAsBefore, type Question, recording } from "./questions.js";

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
    const before = this.#known.get(object);
    if (before !== undefined && answersAsBefore(asked, before.log)) return before.made;
    const log: Question[] = [];
    const made = make(recording(asked, log));
    this.#known.set(object, { log, made });
    return made;
  }
}

/** The same function of an object that nobody changes, which remembers what it answered. */
export function rememberingOf<Key extends object, Value>(
  answer: (object: Key) => Value,
): (object: Key) => Value {
  const known = new WeakMap<Key, { readonly value: Value }>();
  return (object) => {
    const before = known.get(object) ?? { value: answer(object) };
    known.set(object, before);
    return before.value;
  };
}
