import { createHash } from "node:crypto";
import { circlesFrom } from "../../collections/circles.js";
import { canonicalJson } from "../../openapi/canonical.js";
import type { OpenApiDocument } from "../../openapi/document.js";
import { isRecord, pointedAt } from "../../openapi/references.js";

/** Words that say nothing of values. */
const annotations = new Set(["title", "description", "examples", "example", "$comment"]);
/** Lists whose order says nothing. */
const unordered = new Set(["required", "enum", "type", "anyOf", "oneOf", "allOf"]);

/**
 * Texts of schemas that are equal where the schemas are, whatever their components are called: so
 * that of two documents only what differs is compared.
 */
export class Digests {
  readonly #document: OpenApiDocument;
  readonly #words: boolean;
  readonly #known = new Map<string, string>();
  readonly #leads = new Map<string, readonly string[]>();
  /** The texts of the round before, while components that lead to each other are given theirs. */
  #round: ReadonlyMap<string, string> | undefined;

  /** With `words` two schemas differ by what they are called and described, too. */
  constructor(document: OpenApiDocument, words: boolean) {
    this.#document = document;
    this.#words = words;
  }

  of(value: unknown): string {
    return canonicalJson(this.#plain(value));
  }

  #plain(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((item) => this.#plain(item));
    if (!isRecord(value)) return value;
    const out: Record<string, unknown> = {};
    for (const [name, inner] of Object.entries(value)) {
      if (name === "$ref" && typeof inner === "string") out[name] = this.#target(inner);
      else if (name === "properties" && isRecord(inner)) {
        out[name] = Object.fromEntries(
          Object.entries(inner).map(([key, one]) => [key, this.#plain(one)]),
        );
      } else if (name === "x-restanza" && isRecord(inner)) {
        const { undocumented, borrowed, required } = inner;
        out[name] = { undocumented, borrowed, required };
      } else if (unordered.has(name) && Array.isArray(inner)) {
        out[name] = inner.map((item) => canonicalJson(this.#plain(item))).toSorted();
      } else if (this.#words || !annotations.has(name)) out[name] = this.#plain(inner);
    }
    return out;
  }

  /** A component by what it says. */
  #target(reference: string): string {
    const known = this.#known.get(reference) ?? this.#round?.get(reference);
    if (known !== undefined) return known;
    if (this.#round !== undefined) return "";
    const unknown = (one: string) => this.#referred(one).filter((next) => !this.#known.has(next));
    for (const circle of circlesFrom(reference, unknown)) this.#settle(circle);
    return this.#known.get(reference) ?? "";
  }

  /** Gives texts to components that lead to each other, or to one that leads to others alone. */
  #settle(circle: readonly string[]): void {
    const [only] = circle;
    const isCircle =
      only !== undefined && (circle.length > 1 || this.#referred(only).includes(only));
    // Each round tells apart what the round before did: after as many as there are all that differs is.
    const rounds = isCircle ? Math.min(circle.length + 1, mostRounds) : 1;
    let round = new Map(circle.map((one) => [one, ""]));
    for (let at = 0; at < rounds; at++) {
      this.#round = round;
      round = new Map(circle.map((one) => [one, this.#digest(one)]));
    }
    this.#round = undefined;
    for (const [one, digest] of round) this.#known.set(one, digest);
  }

  #digest(reference: string): string {
    const text = this.of(pointedAt(this.#document, reference));
    return createHash("sha256").update(text).digest("base64");
  }

  /** What a component refers to, in an order of no matter. */
  #referred(reference: string): readonly string[] {
    const known = this.#leads.get(reference);
    if (known !== undefined) return known;
    const found = [...new Set(referencesIn(pointedAt(this.#document, reference)))];
    this.#leads.set(reference, found);
    return found;
  }
}

/** So often at most: what differs further out than this is found when the schemas are compared. */
const mostRounds = 64;

/** Every reference in a value. */
function referencesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === "$ref" && typeof inner === "string" ? [inner] : referencesIn(inner),
  );
}
