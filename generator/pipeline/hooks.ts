import { isDeepStrictEqual } from "node:util";
import { ConfigurationError } from "../config/configuration-error.js";
import type { Emitter, PlannedFile } from "../emit/emitter.js";
import type { OpenApiDocument } from "../openapi/document.js";
import type { ApiModel } from "../openapi/model.js";
import { malformed } from "../openapi/overlay/malformed.js";
import { namesAfter, newNames, renamed } from "../openapi/rename.js";
import { readBack } from "./document-files.js";
import type { Settings } from "./settings.js";

/**
 * The document as the functions of the settings want it: first adjusted, then renamed. A function
 * that throws, or gives what is no document or no name, is an error of the configuration.
 */
export function hooked(document: OpenApiDocument, settings: Settings): OpenApiDocument {
  return withNames(adjusted(document, settings), settings);
}

/** The files of an emitter of the settings; each has to be one, and its error to be told as its own. */
export async function planOf(emitter: Emitter, model: ApiModel): Promise<readonly PlannedFile[]> {
  const name = `emitters: ${emitter.name}`;
  let planned: unknown;
  try {
    planned = await emitter.plan(model);
  } catch (error) {
    throw failed(name, error);
  }
  if (!Array.isArray(planned) || !planned.every(isPlanned)) {
    throw new ConfigurationError(
      `${name}: plan has to give a list of { path, text }, both of them texts.`,
    );
  }
  return planned;
}

function adjusted(document: OpenApiDocument, { document: adjust }: Settings): OpenApiDocument {
  if (adjust === undefined) return document;
  // A copy, which may be changed in place: nothing in it is shared.
  const copy = readBack(document);
  let given: unknown;
  try {
    given = adjust(copy);
  } catch (error) {
    throw failed("document", error);
  }
  if (given === undefined && isDeepStrictEqual(copy, readBack(document))) {
    throw new ConfigurationError(
      "document: it returned nothing, and changed nothing of the document that it was called with. " +
        "Return a document: that same one where nothing is to change.",
    );
  }
  given ??= copy;
  if (given instanceof Promise) {
    throw new ConfigurationError("document: it may not be async: the document is needed at once.");
  }
  const wrong = malformed(given);
  if (wrong !== undefined) {
    throw new ConfigurationError(
      `document: what it gives is no OpenAPI document: look at ${wrong}. Change the one that it is called with, or give another.`,
    );
  }
  return readBack(given as OpenApiDocument);
}

function withNames(document: OpenApiDocument, { names }: Settings): OpenApiDocument {
  if (names === undefined) return document;
  const found = newNames(document, (name, named) => {
    let given: unknown;
    try {
      given = names(name, named);
    } catch (error) {
      throw failed(`names, asked for ${name}`, error);
    }
    if (given === undefined) return undefined;
    const form = named.kind === "operation" ? /^[a-z][A-Za-z\d]*$/ : /^[A-Z][A-Za-z\d]*$/;
    if (typeof given === "string" && form.test(given)) return given;
    const example = named.kind === "operation" ? "listImages" : "Image";
    throw new ConfigurationError(
      `names: ${name} cannot be called ${JSON.stringify(given)}: the name of ${named.kind === "operation" ? "an operation" : "a schema"} is made of letters and digits, as ${example} is.`,
    );
  });
  const after = namesAfter(document, found);
  for (const all of [after.operations, after.schemas]) refuseTwice(all);
  return renamed(document, found);
}

function refuseTwice(names: readonly string[]): void {
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name)) throw new ConfigurationError(`names: two would be called ${name}.`);
    seen.add(name);
  }
}

function isPlanned(value: unknown): value is PlannedFile {
  return (
    typeof value === "object" &&
    value !== null &&
    "path" in value &&
    typeof value.path === "string" &&
    "text" in value &&
    typeof value.text === "string"
  );
}

function failed(what: string, error: unknown): ConfigurationError {
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return new ConfigurationError(`${what} failed with ${reason}`, { cause: error });
}
