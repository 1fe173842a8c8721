import { type Diagnostic, report } from "../../diagnostics/diagnostic.js";
import { pathParameterNotInUrl } from "../../diagnostics/rules/path-parameter-not-in-url.js";
import { repeatedOperationId } from "../../diagnostics/rules/repeated-operation-id.js";
import { repeatedParameter } from "../../diagnostics/rules/repeated-parameter.js";
import { unsentBody } from "../../diagnostics/rules/unsent-body.js";
import { unsentCredential } from "../../diagnostics/rules/unsent-credential.js";
import type { OpenApiDocument, ParameterObject, Reference } from "../../openapi/document.js";
import {
  credentialOf,
  isSame,
  readCredential,
  requiredSchemes,
} from "../../openapi/read/read-credential.js";
import { keyOf } from "../../openapi/read/read-operation.js";
import { isRecord, resolved } from "../../openapi/references.js";
import { operationsIn, type PlacedOperation } from "../../openapi/select.js";
import type { SourceFile } from "../source-file.js";

/** What only the whole document shows; its places are those in its first file. */
export function checkWhole(document: OpenApiDocument, file: SourceFile): readonly Diagnostic[] {
  return [
    ...credentials(document, file),
    ...ids(document, file),
    ...operationsIn(document).flatMap((one) => [
      ...bodyOf(one, file),
      ...ofList(document, one.path, one.operation.parameters, stepsTo(one), file),
    ]),
    ...Object.entries<unknown>(document.paths ?? {}).flatMap(([path, item]) =>
      isRecord(item) ? ofList(document, path, item["parameters"], ["paths", path], file) : [],
    ),
  ];
}

function ofList(
  document: OpenApiDocument,
  path: string,
  parameters: unknown,
  above: readonly string[],
  file: SourceFile,
): readonly Diagnostic[] {
  const list: readonly Reference[] = Array.isArray(parameters) ? parameters : [];
  const steps = [...above, "parameters"];
  return [...repeated(document, list, steps, file), ...unplaced(document, path, list, steps, file)];
}

/** What is in a path has a place there (OpenAPI 3.1, Parameter Object, `name`). */
function unplaced(
  document: OpenApiDocument,
  path: string,
  parameters: readonly Reference[],
  steps: readonly string[],
  file: SourceFile,
): readonly Diagnostic[] {
  return parameters.flatMap((entry, index) => {
    const parameter = resolved<ParameterObject>(document, entry);
    if (parameter?.in !== "path" || typeof parameter.name !== "string") return [];
    const { name } = parameter;
    if (path.includes(`{${name}}`)) return [];
    const span = file.spanOf([...steps, String(index), saidIn(entry)], "value");
    return [report(pathParameterNotInUrl, span, { name, path, taken: undefined })];
  });
}

function saidIn(entry: Reference): "name" | "$ref" {
  return entry.$ref === undefined ? "name" : "$ref";
}

/** A list has each name once in each place (OpenAPI 3.1, Operation Object). */
function repeated(
  document: OpenApiDocument,
  parameters: readonly Reference[],
  steps: readonly string[],
  file: SourceFile,
): readonly Diagnostic[] {
  const seen = new Set<string>();
  return parameters.flatMap((entry, index) => {
    const parameter = resolved<ParameterObject>(document, entry);
    if (typeof parameter?.in !== "string" || typeof parameter.name !== "string") return [];
    const { in: where, name } = parameter;
    const key = keyOf(parameter);
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    const span = file.spanOf([...steps, String(index), saidIn(entry)], "value");
    return [report(repeatedParameter, span, { name, where })];
  });
}

/** A client sends one credential in one place, to the operations that ask for it there. */
function credentials(document: OpenApiDocument, file: SourceFile): readonly Diagnostic[] {
  const sent = readCredential(document);
  return requiredSchemes(document).flatMap((scheme) => {
    const own = credentialOf(document, scheme);
    if (own !== undefined && isSame(own, sent)) return [];
    const span = file.spanOf(["components", "securitySchemes", scheme], "name");
    const reason =
      own === undefined || sent === undefined
        ? reasonOf(resolved(document, document.components?.securitySchemes?.[scheme]))
        : `it sends its credential in ${sent.header}`;
    return [report(unsentCredential, span, { scheme, reason })];
  });
}

function reasonOf(scheme: unknown): string {
  if (!isRecord(scheme)) return "components have no such scheme";
  const { type, in: where, scheme: word } = scheme;
  if (type === "apiKey") return `it stands in ${String(where)}`;
  return type === "http" ? `it is ${String(word)}` : `it is ${String(type)}`;
}

/** Functions are called by their operationId: each once. */
function ids(document: OpenApiDocument, file: SourceFile): readonly Diagnostic[] {
  const seen = new Set<string>();
  return operationsIn(document).flatMap((one) => {
    const id = one.operation.operationId;
    if (typeof id !== "string" || id === "") return [];
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    const span = file.spanOf([...stepsTo(one), "operationId"], "value");
    return [report(repeatedOperationId, span, { id })];
  });
}

function bodyOf(one: PlacedOperation, file: SourceFile): readonly Diagnostic[] {
  if (!/^(?:get|head)$/.test(one.method) || one.operation.requestBody === undefined) return [];
  const span = file.spanOf([...stepsTo(one), "requestBody"], "name");
  return [report(unsentBody, span, { method: one.method.toUpperCase() })];
}

function stepsTo({ path, method }: PlacedOperation): readonly string[] {
  const isNamed = method === method.toLowerCase();
  return ["paths", path, ...(isNamed ? [] : ["additionalOperations"]), method];
}
