import type { MediaTypeObject, OpenApiDocument, ParameterObject } from "../../openapi/document.js";
import type { OperationModel } from "../../openapi/model.js";
import { isRecord, resolved } from "../../openapi/references.js";
import { operationsIn } from "../../openapi/select.js";
import type { Difference } from "../difference.js";
import { writingChanged } from "../rules/bodies.js";
import { Digests } from "../schemas/digest.js";
import { essence } from "./essence.js";

/** What is said of how values are written, and what no model has a word for, by its place. */
type Written = ReadonlyMap<string, { readonly keys: readonly string[]; readonly text: string }>;

const nothing: Written = new Map();

/** Members of a Media Type Object beside its schema and its examples (OpenAPI 3.2). */
const ofMedia = ["encoding", "itemSchema", "prefixEncoding", "itemEncoding"] as const;

/** What operations of a document say of how things are written, by method and path. */
export class Writing {
  readonly #all = new Map<string, Written>();

  constructor(document: OpenApiDocument) {
    const digests = new Digests(document, false);
    for (const { path, method, operation } of operationsIn(document)) {
      const found = writtenIn(document, [document.paths[path], operation], digests);
      if (found.size > 0) this.#all.set(`${method.toUpperCase()} ${path}`, found);
    }
  }

  of({ method, path }: OperationModel): Written {
    return this.#all.get(`${method} ${path}`) ?? nothing;
  }
}

/** What of it is not what it was: nothing more is known of it. */
export function compareWriting(before: Written, after: Written): readonly Difference[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((place) => {
    const [was, is] = [before.get(place), after.get(place)];
    if (was?.text === is?.text) return [];
    const keys = is?.keys ?? was?.keys ?? [];
    return [{ record: writingChanged, keys, place, about: `${place} ${is?.text ?? ""}` }];
  });
}

function writtenIn(
  document: OpenApiDocument,
  [item, operation]: readonly unknown[],
  digests: Digests,
): Written {
  const found = new Map<string, { readonly keys: readonly string[]; readonly text: string }>();
  const own = isRecord(operation) ? operation : {};
  for (const parameter of [...listIn(item), ...listIn(own)]) {
    const one = resolved<ParameterObject>(document, parameter as ParameterObject);
    if (one === undefined || !("allowEmptyValue" in one) || one.allowEmptyValue !== true) continue;
    const place = `the ${one.in} parameter ${one.name} (allowEmptyValue)`;
    found.set(place, { keys: [one.in, one.name], text: "true" });
  }
  const note = (body: unknown, keys: readonly string[], what: string): void => {
    const object = resolved<{ readonly content?: unknown }>(document, body as object);
    const content = isRecord(object?.content) ? object.content : {};
    for (const [mediaType, media] of Object.entries(content)) {
      for (const member of ofMedia) {
        const value = isRecord(media)
          ? (media as MediaTypeObject & Record<string, unknown>)[member]
          : undefined;
        if (value === undefined) continue;
        const place = `${what} as ${essence(mediaType)} (${member})`;
        found.set(place, { keys, text: digests.of(value) });
      }
    }
  };
  note(own["requestBody"], ["request"], "the body");
  const { responses } = own;
  for (const [status, response] of Object.entries(isRecord(responses) ? responses : {}))
    note(
      response,
      /^[123]/.test(status) ? ["response"] : ["status", status],
      `the answer ${status}`,
    );
  return found;
}

function listIn(object: unknown): readonly unknown[] {
  const list = isRecord(object) ? object["parameters"] : undefined;
  return Array.isArray(list) ? list : [];
}
