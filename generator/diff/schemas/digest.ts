import { createHash } from "node:crypto";
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
  readonly #open: string[] = [];

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
        const { undocumented, required } = inner;
        out[name] = { undocumented, required };
      } else if (unordered.has(name) && Array.isArray(inner)) {
        out[name] = inner.map((item) => canonicalJson(this.#plain(item))).toSorted();
      } else if (this.#words || !annotations.has(name)) out[name] = this.#plain(inner);
    }
    return out;
  }

  /** A component by what it says; one that is open already by how far out it was opened. */
  #target(reference: string): string {
    const known = this.#known.get(reference);
    if (known !== undefined) return known;
    const depth = this.#open.indexOf(reference);
    if (depth >= 0) return `${this.#open.length - depth} out`;
    const target = pointedAt(this.#document, reference);
    this.#open.push(reference);
    const digest = createHash("sha256").update(this.of(target)).digest("base64");
    this.#open.pop();
    // Inside of a circle the same component has another text by where it was entered.
    if (this.#open.length === 0) this.#known.set(reference, digest);
    return digest;
  }
}
