import type { OpenApiDocument } from "../document.js";
import { isRecord, pointedAt } from "../references.js";

/** What a value holds that a projection may change, and which components it refers to. */
interface Held {
  readonly changes: boolean;
  readonly references: readonly string[];
}

const nothing: Held = { changes: false, references: [] };

/**
 * Which parts of a document are the same at every microversion, with all that they refer to: no
 * bounds are in them. A projection may leave them as they are.
 */
export class Still {
  readonly #document: OpenApiDocument;
  readonly #held = new WeakMap<object, Held>();
  readonly #components = new Map<string, boolean>();

  constructor(document: OpenApiDocument) {
    this.#document = document;
  }

  has(value: object): boolean {
    const { changes, references } = this.#heldBy(value);
    return !changes && references.every((reference) => this.#isStill(reference));
  }

  /** The components that some values refer to, one through the other. */
  reachedFrom(values: readonly object[]): ReadonlySet<string> {
    const reached = new Set(values.flatMap((value) => this.#heldBy(value).references));
    for (const one of reached)
      for (const next of this.#heldBy(pointedAt(this.#document, one)).references) reached.add(next);
    return reached;
  }

  #isStill(reference: string): boolean {
    const known = this.#components.get(reference);
    if (known !== undefined) return known;
    const reached = new Set([reference]);
    let still = true;
    for (const one of reached) {
      const { changes, references } = this.#heldBy(pointedAt(this.#document, one));
      still &&= !changes && this.#components.get(one) !== false;
      if (!still) break;
      for (const next of references) reached.add(next);
    }
    // What is reached from something still is still, too.
    for (const one of still ? reached : [reference]) this.#components.set(one, still);
    return still;
  }

  #heldBy(value: unknown): Held {
    if (typeof value !== "object" || value === null) return nothing;
    const known = this.#held.get(value);
    if (known !== undefined) return known;
    const inside = (Array.isArray(value) ? value : Object.values(value)).map((one) =>
      this.#heldBy(one),
    );
    const own = isRecord(value) ? ownOf(value) : nothing;
    const all = [own, ...inside.filter((one) => one !== nothing)];
    const held =
      all.length === 1
        ? own
        : {
            changes: all.some(({ changes }) => changes),
            references: [...new Set(all.flatMap(({ references }) => references))],
          };
    this.#held.set(value, held);
    return held;
  }
}

/** Bounds, and the mark that says what is required inside of them. */
function ownOf(value: Readonly<Record<string, unknown>>): Held {
  const { "x-openstack": bounds, "x-restanza": mark, $ref: reference } = value;
  const changes =
    (isRecord(bounds) && ("min-ver" in bounds || "max-ver" in bounds)) ||
    (isRecord(mark) && "required" in mark);
  if (!changes && typeof reference !== "string") return nothing;
  return { changes, references: typeof reference === "string" ? [reference] : [] };
}
