import { KnownTexts } from "../collections/known-texts.js";
import type { PlannedFile } from "../emit/emitter.js";
import type { OpenApiDocument } from "../openapi/document.js";
import { documentYaml } from "../openapi/yaml.js";

/** The document as the two files it is published in. */
export function documentFiles(
  document: OpenApiDocument,
  json: string = jsonText(document),
  texts: KnownTexts = new KnownTexts(),
): readonly PlannedFile[] {
  return [
    { path: "openapi.json", text: json },
    { path: "openapi.yaml", text: documentYaml(document, texts) },
  ];
}

/**
 * The document as anybody reads it from disk: nothing reaches an emitter that is not in the file,
 * neither members that are undefined nor objects that are shared.
 */
export function readBack(document: OpenApiDocument): OpenApiDocument {
  return JSON.parse(jsonText(document));
}

/** The document as the text of `openapi.json`. */
export function jsonText(document: OpenApiDocument): string {
  return `${JSON.stringify(document, undefined, 2)}\n`;
}
