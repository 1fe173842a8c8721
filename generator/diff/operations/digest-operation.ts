import { canonicalJson } from "../../openapi/canonical.js";
import type { OpenApiDocument } from "../../openapi/document.js";
import { Digests } from "../schemas/digest.js";
import type { Media } from "./compare-media.js";
import type { Listed } from "./listed.js";

/** Texts that are equal where two operations are: in what they take and give, and in all that is said. */
export class OperationDigests {
  readonly #structure: Digests;
  readonly #whole: Digests;

  constructor(document: OpenApiDocument) {
    this.#structure = new Digests(document, false);
    this.#whole = new Digests(document, true);
  }

  structure({ model }: Listed): string {
    const { parameters, body, responses, bounds } = model;
    let position = 0;
    const all = parameters.map((one) => {
      const { name, description: _description, deprecated: _deprecated, schema, ...rest } = one;
      position += one.in === "path" ? 1 : 0;
      const called = one.in === "path" ? position : name;
      return canonicalJson({ ...rest, called, schema: this.#structure.of(schema) });
    });
    return canonicalJson({
      parameters: all.toSorted(),
      body: body && this.#body(body, this.#structure),
      responses: responses
        .filter(({ general }) => general !== true)
        .map(({ status, bounds: own, body: given, headers }) => ({
          status,
          bounds: own,
          body: given && this.#body(given, this.#structure),
          headers: headers.map(({ name, required, schema }) => [
            name.toLowerCase(),
            required,
            this.#structure.of(schema),
          ]),
        })),
      bounds,
    });
  }

  whole(listed: Listed): string {
    const { model, samples } = listed;
    const { description, deprecated, parameters, responses, body } = model;
    return canonicalJson([
      this.structure(listed),
      samples,
      description ?? null,
      deprecated,
      parameters.map((one) => [
        one.in === "path" ? "" : one.name,
        one.description ?? null,
        one.deprecated,
        this.#whole.of(one.schema),
      ]),
      body && this.#body(body, this.#whole),
      responses
        .filter(({ general }) => general !== true)
        .map((one) => [
          one.description,
          one.body && this.#body(one.body, this.#whole),
          one.headers.map((header) => [header.description ?? null, this.#whole.of(header.schema)]),
        ]),
    ]);
  }

  /** In all of its forms; their order says nothing. */
  #body({ others = [], schema, ...body }: Media, digests: Digests): object {
    const all = others.map((one) => [one.mediaType, digests.of(one.schema)].join(" "));
    return { ...body, schema: digests.of(schema), others: all.toSorted() };
  }
}
