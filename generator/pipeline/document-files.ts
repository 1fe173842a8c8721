import { KnownTexts } from "../collections/known-texts.js";
import type { PlannedFile } from "../emit/emitter.js";
import type { OpenApiDocument } from "../openapi/document.js";
import { published, type Published } from "../openapi/parts.js";
import { documentYaml } from "../openapi/yaml.js";

/** The document as the two files it is published in. */
export function documentFiles(
  { document, json }: Published,
  texts: KnownTexts = new KnownTexts(),
): readonly PlannedFile[] {
  return [
    { path: "openapi.json", text: json },
    { path: "openapi.yaml", text: documentYaml(document, texts) },
  ];
}

/** The document as anybody reads it from disk, of which nothing is shared. */
export function readBack(document: OpenApiDocument): OpenApiDocument {
  return JSON.parse(JSON.stringify(document));
}

export { published };
