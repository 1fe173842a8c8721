import { ConfigurationError } from "../config/configuration-error.js";
import type { Outcome } from "../diagnostics/diagnostic.js";
import { didYouMean } from "../diagnostics/nearest.js";
import { loadDocument } from "../load/load.js";
import { canonicalJson } from "../openapi/canonical.js";
import type { OpenApiDocument } from "../openapi/document.js";
import { readModel } from "../openapi/read/read-model.js";
import { operationsIn, withOperations } from "../openapi/select.js";
import type { SourceTree } from "../source/tree.js";
import { InputFailure } from "./input-failure.js";
import { isNamed, matches, partWords, UnknownChoice, withPart } from "./select.js";
import { documentSettings, type Settings } from "./settings.js";

/** An OpenAPI document of somebody else, with what the settings say of it, and how many operations it has. */
export interface Described {
  readonly document: OpenApiDocument;
  readonly operations: number;
}

/** Reads the one document of a tree; throws an `InputFailure` where it is none. */
export function readDescribed(tree: SourceTree, settings: Settings): Outcome<Described> {
  const loading = loadDocument(tree, settings.openapi);
  if (loading.kind === "refused") throw new InputFailure(loading.reason);
  const chosen = selected(loading.value, settings);
  const { info, servers } = documentSettings(settings);
  const document: OpenApiDocument = {
    ...chosen,
    info: { ...chosen.info, ...info },
    ...(servers && { servers }),
    ...(settings.service !== undefined && { "x-restanza": serviceOf(chosen, settings.service) }),
  };
  const operations = operationsIn(document).length;
  return { value: { document, operations }, diagnostics: loading.diagnostics };
}

/** What the word for the service says anew; all else of the document stays as it is. */
function serviceOf(
  document: OpenApiDocument,
  service: string,
): NonNullable<OpenApiDocument["x-restanza"]> {
  const known = document["x-restanza"];
  if (known !== undefined) return { ...known, service };
  // An extension that names no microversions says that there are none.
  const { microversions } = readModel({ ...document, info: { ...document.info, title: service } });
  if (microversions === undefined) return { service };
  const { minimum, maximum, headers, latest } = microversions;
  return {
    service,
    microversions: { minimum, maximum, headers, ...(latest && { latest: true as const }) },
  };
}

/** As `include` and `exclude` of docs: by tag, summary, path or operationId. */
function selected(document: OpenApiDocument, { include, exclude }: Settings): OpenApiDocument {
  if (include === undefined && exclude === undefined) return document;
  const part = document["x-restanza"]?.part;
  const asked = { ...(include && { include }), ...(exclude && { exclude }) };
  // Its operations have no longer all the names that they were chosen by.
  if (part !== undefined && canonicalJson(part) === canonicalJson(asked)) return document;
  if (part !== undefined)
    throw new ConfigurationError(
      `${document.info.title} is there as only ${partWords(part)} of its docs, and ${partWords(asked)} is asked for: ` +
        "ask for the same, or for nothing.",
    );
  const all = operationsIn(document);
  const namesOf = ({ path, operation }: (typeof all)[number]): readonly string[] =>
    [path, operation.operationId, operation.summary, ...(operation.tags ?? [])].filter(
      (name) => typeof name === "string",
    );
  const known = new Set(all.flatMap(namesOf));
  for (const pattern of [...(include ?? []), ...(exclude ?? [])]) {
    if ([...known].some((name) => matches(name, pattern))) continue;
    throw new UnknownChoice(
      pattern,
      `"${pattern}" is no tag, path or operation.${didYouMean(pattern, known)}`,
    );
  }
  const chosen = all.filter((one) => {
    const names = namesOf(one);
    return (include === undefined || isNamed(names, include)) && !isNamed(names, exclude ?? []);
  });
  const left = withOperations(document, new Set(chosen.map(({ operation }) => operation)));
  return withPart(left, asked);
}
