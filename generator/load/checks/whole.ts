import { type Diagnostic, report } from "../../diagnostics/diagnostic.js";
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
      ...repeated(document, one.operation.parameters, [...stepsTo(one), "parameters"], file),
    ]),
    ...Object.entries<unknown>(document.paths ?? {}).flatMap(([path, item]) =>
      isRecord(item)
        ? repeated(document, item["parameters"], ["paths", path, "parameters"], file)
        : [],
    ),
  ];
}

/** A list has each name once in each place (OpenAPI 3.1, Operation Object). */
function repeated(
  document: OpenApiDocument,
  parameters: unknown,
  steps: readonly string[],
  file: SourceFile,
): readonly Diagnostic[] {
  const seen = new Set<string>();
  return (Array.isArray(parameters) ? parameters : []).flatMap((entry: Reference, index) => {
    const parameter = resolved<ParameterObject>(document, entry);
    if (typeof parameter?.in !== "string" || typeof parameter.name !== "string") return [];
    const { in: where, name } = parameter;
    const key = keyOf(parameter);
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    const said = entry.$ref === undefined ? "name" : "$ref";
    const span = file.spanOf([...steps, String(index), said], "value");
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
