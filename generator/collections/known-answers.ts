import { answersAsBefore, areSame, type Question, recording } from "./questions.js";

/** One answer, with what it was made from. */
export interface KnownAnswer {
  readonly given: readonly unknown[];
  /** What was asked of somebody else on the way. */
  readonly asked?: readonly Question[];
  readonly answer: unknown;
}

/** Answers by question, and by what each is about. */
export type AnswerMemory = ReadonlyMap<string, ReadonlyMap<unknown, KnownAnswer>>;

/**
 * What the last run answered. A question about something has its last answer, the very object, where
 * all that it is made from is the very same as then; else it is answered anew. What is asked for is
 * kept for the next time, all else is forgotten.
 */
export class KnownAnswers {
  readonly #before: AnswerMemory;
  readonly #after = new Map<string, Map<unknown, KnownAnswer>>();

  constructor(before: AnswerMemory = new Map()) {
    this.#before = before;
  }

  /** All that was asked for. */
  get after(): AnswerMemory {
    return this.#after;
  }

  /**
   * The answer that `make` gives, which depends on nothing but what it is about and what is `given`.
   * Each question is asked about each thing once in a run.
   */
  of<Answer>(
    question: string,
    about: unknown,
    given: readonly unknown[],
    make: (before: Answer | undefined) => Answer,
  ): Answer {
    const before = this.#lastOf(question, about);
    const known =
      before !== undefined && areSame(before.given, given)
        ? before
        : { given, answer: make(before?.answer as Answer | undefined) };
    this.#keep(question, about, known);
    return known.answer as Answer;
  }

  /**
   * The same for an answer that goes by what somebody else says, too: it stands while all that was
   * asked on the way is answered as it was.
   */
  ofAsking<Answer, Asked extends object>(
    question: string,
    about: unknown,
    given: readonly unknown[],
    asked: Asked,
    make: (asked: Asked) => Answer,
  ): Answer {
    const before = this.#lastOf(question, about);
    if (
      before?.asked !== undefined &&
      areSame(before.given, given) &&
      answersAsBefore(asked, before.asked)
    ) {
      this.#keep(question, about, before);
      return before.answer as Answer;
    }
    const log: Question[] = [];
    const answer = make(recording(asked, log));
    this.#keep(question, about, { given, asked: log, answer });
    return answer;
  }

  /**
   * The same for plain data, whose objects nobody tells apart: what of an answer that was made anew is
   * equal to the last one is the very object that it was, so that what is made from it need not be
   * made again.
   */
  ofData<Answer>(
    question: string,
    about: unknown,
    given: readonly unknown[],
    make: () => Answer,
  ): Answer {
    return this.of<Answer>(question, about, given, (before) => sameAsBefore(before, make()));
  }

  #lastOf(question: string, about: unknown): KnownAnswer | undefined {
    return this.#before.get(question)?.get(about);
  }

  #keep(question: string, about: unknown, answer: KnownAnswer): void {
    const asked = this.#after.get(question);
    if (asked === undefined) this.#after.set(question, new Map([[about, answer]]));
    else asked.set(about, answer);
  }

  /** Plain data that was made anew, with all of it that is equal to the last as it was. */
  asBefore<Value>(question: string, about: unknown, value: Value): Value {
    return this.of<Value>(question, about, [value], (before) => sameAsBefore(before, value));
  }
}

/** A value of plain data with all in it that is equal to what stood there before, as it was. */
export function sameAsBefore<Value>(before: unknown, now: Value): Value {
  return shared(before, now) as Value;
}

function shared(before: unknown, now: unknown): unknown {
  if (Object.is(before, now)) return before;
  if (typeof before !== "object" || typeof now !== "object" || before === null || now === null)
    return now;
  if (Array.isArray(now)) return Array.isArray(before) ? sharedList(before, now) : now;
  if (Array.isArray(before) || !isPlain(now) || !isPlain(before)) return now;
  return sharedRecord(before, now);
}

function sharedList(before: readonly unknown[], now: readonly unknown[]): readonly unknown[] {
  const items = now.map((each, index) => shared(before[index], each));
  return areSame(before, items) ? before : items;
}

/** Records are equal only where their members come in one order: it is that of what is written. */
function sharedRecord(before: object, now: object): object {
  const [old, own] = [Object.keys(before), Object.keys(now)];
  let isSame = old.length === own.length;
  const made: Record<string, unknown> = {};
  own.forEach((name, index) => {
    const member: unknown = Reflect.get(now, name);
    const last: unknown = Object.hasOwn(before, name) ? Reflect.get(before, name) : undefined;
    const value = shared(last, member);
    isSame &&= name === old[index] && Object.is(value, last);
    set(made, name, value);
  });
  return isSame ? before : made;
}

function set(record: Record<string, unknown>, name: string, value: unknown): void {
  if (name === "__proto__")
    Object.defineProperty(record, name, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  else record[name] = value;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
