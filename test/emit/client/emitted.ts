import { client } from "../../../generator/emit/client/index.js";
import { types } from "../../../generator/emit/types/index.js";
import type { OpenApiDocument } from "../../../generator/openapi/document.js";
import { readModel } from "../../../generator/openapi/read/read-model.js";

/** The files of the client by path; with those of the types, which it imports, if asked. */
export async function emitted(
  document: OpenApiDocument,
  withTypes = false,
): Promise<Map<string, string>> {
  const model = readModel(document);
  const files = [...(await client.plan(model)), ...(withTypes ? await types.plan(model) : [])];
  return new Map(files.map(({ path, text }) => [path, text]));
}

/** A document with one chapter of the given paths. */
export function documentOf(
  paths: OpenApiDocument["paths"],
  more: Partial<OpenApiDocument> = {},
): OpenApiDocument {
  return { openapi: "3.1.0", info: { title: "Test API", version: "1" }, paths, ...more };
}
