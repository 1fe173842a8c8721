/** A question that was asked while something was made, and what is kept of its answer. */
export type Question = readonly [name: string, words: readonly unknown[], answer: unknown];

/** The same object, whose methods log what they are asked, and of what they answer what `kept` leaves. */
export function recording<Asked extends object>(
  asked: Asked,
  log: Question[],
  kept: (answer: unknown) => unknown = (answer) => answer,
): Asked {
  return new Proxy(asked, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== "function") return member;
      return (...words: readonly unknown[]): unknown => {
        const answer: unknown = Reflect.apply(member, target, words);
        log.push([String(name), words, kept(answer)]);
        return answer;
      };
    },
  });
}

/**
 * Whether an object answers all questions as before. Each is asked again, also after one that is
 * answered otherwise, since asking may leave something behind, as it did before.
 */
export function answersAsBefore(
  asked: object,
  log: readonly Question[],
  same: (now: unknown, before: unknown) => boolean = Object.is,
): boolean {
  let all = true;
  for (const [name, words, before] of log) {
    const member: unknown = Reflect.get(asked, name, asked);
    if (typeof member !== "function") return false;
    all = same(Reflect.apply(member, asked, words), before) && all;
  }
  return all;
}

/** Whether what something was made from is the very same as before. */
export function areSame(before: readonly unknown[], now: readonly unknown[]): boolean {
  return before.length === now.length && before.every((each, index) => Object.is(each, now[index]));
}
