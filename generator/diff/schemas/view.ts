import type { OpenApiDocument, SchemaObject } from "../../openapi/document.js";
import {
  type Projection,
  projectInside,
  projectSchema,
} from "../../openapi/project/project-schema.js";
import { Names } from "./choice.js";
import { Digests } from "./digest.js";
import type { Still } from "../../openapi/project/still.js";
import { isRecord, pointedAt } from "../../openapi/references.js";

/**
 * The schemas of a document as they are at one microversion, or as they stand where none is given.
 * What is asked for again is the same object, so that comparisons can be remembered by it.
 */
export class View {
  readonly #document: OpenApiDocument;
  readonly #projection: Projection | undefined;
  /** Of its schemas. */
  readonly names = new Names();
  #digests: Digests | undefined;
  readonly #targets = new Map<string, SchemaObject | undefined>();
  readonly #projected = new WeakMap<object, { readonly schema: SchemaObject | undefined }>();
  /** Whether a schema that says nothing means that the docs say nothing: restanza writes it so. */
  readonly saysNothingWhereUnknown: boolean;

  constructor(document: OpenApiDocument, version: string | undefined, still?: Still) {
    this.#document = document;
    this.saysNothingWhereUnknown = document["x-restanza"] !== undefined;
    this.#projection =
      version === undefined
        ? undefined
        : {
            version,
            component: (reference) => this.#written(reference),
            ...(still !== undefined && { still }),
          };
  }

  /** A schema of the document as it is here; undefined where its bounds leave this version out. */
  at(schema: SchemaObject): SchemaObject | undefined {
    if (this.#projection === undefined) return schema;
    const known = this.#projected.get(schema);
    if (known !== undefined) return known.schema;
    const projected = projectSchema(schema, this.#projection);
    this.#projected.set(schema, { schema: projected });
    return projected;
  }

  /** What a reference in a schema that was asked for leads to, as it is here. */
  target(reference: string): SchemaObject | undefined {
    if (this.#targets.has(reference)) return this.#targets.get(reference);
    const written = this.#written(reference);
    const target =
      written === undefined || this.#projection === undefined
        ? written
        : projectInside(written, this.#projection);
    this.#targets.set(reference, target);
    return target;
  }

  /** A text that is equal where schemas are, in words that nothing else reads: what it refers to, too. */
  digest(value: object): string {
    this.#digests ??= new Digests(this.#document, false);
    return this.#digests.of(value);
  }

  #written(reference: string): SchemaObject | undefined {
    const target = pointedAt(this.#document, reference);
    return isRecord(target) ? target : undefined;
  }
}

/** Of a document whose operations are at one microversion already, and whose components are not. */
export class ComponentsView extends View {
  override at(schema: SchemaObject): SchemaObject {
    return schema;
  }
}
