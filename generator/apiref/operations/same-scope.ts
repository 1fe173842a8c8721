import type { Section } from "../../rst/blocks.js";
import type { Event } from "../events.js";
import type { MethodEvent, Scope } from "./operation-scope.js";

/** Compares the scopes of one reading of a document with those of an earlier one. */
export class ScopeComparison {
  /** Values of now that are the same as what stood there before: most are in several parts of a scope. */
  readonly #same = new WeakMap<object, object>();

  /** Whether an operation is read from the same words at the same places. */
  areSame(before: Scope, now: Scope): boolean {
    return (
      this.#areEqual(before.section, now.section) &&
      this.#areMethods([before.method], [now.method]) &&
      this.#areMethods(before.examples, now.examples) &&
      this.#areMethods(before.inCode, now.inCode) &&
      before.parts.length === now.parts.length &&
      before.parts.every(({ event, titles }, index) => {
        const part = now.parts[index];
        return (
          part !== undefined &&
          this.#areEqual(titles, part.titles) &&
          this.#areEvents(event, part.event)
        );
      })
    );
  }

  #areMethods(before: readonly MethodEvent[], now: readonly MethodEvent[]): boolean {
    return (
      before.length === now.length &&
      before.every((each, index) => {
        const other = now[index];
        return other !== undefined && this.#areEvents(each, other);
      })
    );
  }

  /** Of the sections around it an event says where they are; what else they hold is not its own. */
  #areEvents(before: Event, now: Event): boolean {
    const { chain: around, ...event } = before;
    const { chain, ...other } = now;
    return (
      around.length === chain.length &&
      around.every((section, index) => isSameHeading(section, chain[index])) &&
      this.#areEqual(event, other)
    );
  }

  #areEqual(before: unknown, now: unknown): boolean {
    if (before === now) return true;
    if (typeof before !== "object" || typeof now !== "object" || before === null || now === null)
      return false;
    if (this.#same.get(now) === before) return true;
    const same = Array.isArray(before)
      ? Array.isArray(now) &&
        before.length === now.length &&
        before.every((each, index) => this.#areEqual(each, now[index]))
      : this.#haveEqualMembers(before, now);
    if (same) this.#same.set(now, before);
    return same;
  }

  #haveEqualMembers(before: object, now: object): boolean {
    const names = Object.keys(before);
    return (
      names.length === Object.keys(now).length &&
      names.every(
        (name) =>
          Object.hasOwn(now, name) &&
          this.#areEqual(Reflect.get(before, name), Reflect.get(now, name)),
      )
    );
  }
}

function isSameHeading(before: Section, now: Section | undefined): boolean {
  return (
    before.title === now?.title &&
    before.level === now.level &&
    before.titleSpan.source === now.titleSpan.source &&
    before.titleSpan.start === now.titleSpan.start &&
    before.titleSpan.end === now.titleSpan.end
  );
}
