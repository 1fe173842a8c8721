import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type {
  MediaTypeObject,
  OpenApiDocument,
  OperationObject,
  ParameterObject,
  Reference,
  RequestBodyObject,
  ResponseObject,
  SchemaObject,
} from "../../generator/openapi/document.js";
import { methods } from "../../generator/openapi/document.js";
import { generate } from "../../generator/pipeline/generate.js";
import { openTree } from "../../generator/source/disk-tree.js";

/** Small inputs that failed in use, beside the checkout, a folder per case. */
export const cases = new URL("../../../shared/cases/", import.meta.url);
export const haveCases = existsSync(cases);
/** How files of the client begin that are the same for every service. */
const copied = "// Copied by restanza";

if (!haveCases) console.log("skipped: ../shared/cases is not there");

/** What is made of a case, in words that a table can hold. */
export interface Made {
  /** `GET /boxes: List Boxes`, one for each documented operation, in the order of the document. */
  readonly operations: readonly string[];
  /** `query limit: integer`, `!` behind what is required. */
  readonly parameters: readonly string[];
  /** Members of the request bodies by way: `boxes[].id: string!`; `(body)!` where one is required. */
  readonly request: readonly string[];
  /** Members of the answers that have a body, by way. */
  readonly response: readonly string[];
  /** Documented codes of answers and faults. */
  readonly codes: readonly string[];
  /** Codes of the findings that weigh more than the order of a parameters file. */
  readonly findings: readonly string[];
  readonly document: OpenApiDocument;
  /** The client's files as one text, those aside that every client has. */
  readonly client: string;
}

/** Makes everything of one case, without any setting. */
export async function madeOf(name: string): Promise<Made> {
  const folder = new URL(`${name}/`, cases);
  const alone = new URL("case.inc", folder);
  const opening = openTree(fileURLToPath(existsSync(alone) ? alone : folder));
  if (opening.kind === "refused") throw new Error(opening.reason);
  const { value, diagnostics } = await generate(opening.tree, { emit: ["client"] });
  const { document } = value;
  const all = Object.entries(document.paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method];
      return operation === undefined ? [] : [{ path, method, operation }];
    }),
  );
  return {
    operations: all.flatMap(({ path, method, operation }) =>
      titlesOf(operation).map((title) => `${method.toUpperCase()} ${path}: ${title}`),
    ),
    parameters: all.flatMap(({ operation }) =>
      (operation.parameters ?? []).flatMap((each) => parameterOf(each, document)),
    ),
    request: all.flatMap(({ operation }) => requestOf(operation.requestBody, document)),
    response: all.flatMap(({ operation }) =>
      Object.entries(operation.responses).flatMap(([code, answer]) =>
        code.startsWith("2") ? contentOf(answerOf(answer), document) : [],
      ),
    ),
    codes: all.flatMap(({ operation }) => Object.keys(operation.responses)),
    findings: diagnostics
      .map(({ code }) => code)
      .filter((code) => code !== "unsorted-parameter-entry"),
    document,
    client: value.files
      .filter(({ path, text }) => path.startsWith("client/") && !text.startsWith(copied))
      .map(({ text }) => text)
      .join("\n"),
  };
}

function titlesOf(operation: OperationObject): readonly string[] {
  const several = operation["x-restanza"]?.operations;
  return several?.map(({ summary }) => summary) ?? [operation.summary ?? ""];
}

function parameterOf(
  each: ParameterObject | Reference,
  document: OpenApiDocument,
): readonly string[] {
  if ("$ref" in each) return [];
  const mark = each.required === true ? "!" : "";
  return [`${each.in} ${each.name}: ${typeOf(each.schema, document)}${mark}`];
}

function requestOf(
  body: RequestBodyObject | undefined,
  document: OpenApiDocument,
): readonly string[] {
  if (body === undefined) return [];
  return [`(body)${body.required === true ? "!" : ""}`, ...contentOf(body, document)];
}

function answerOf(answer: ResponseObject | Reference): Pick<ResponseObject, "content"> {
  return "$ref" in answer ? {} : answer;
}

function contentOf(
  { content }: { readonly content?: Readonly<Record<string, MediaTypeObject>> },
  document: OpenApiDocument,
): readonly string[] {
  return Object.values(content ?? {}).flatMap(({ schema }) =>
    schema === undefined ? [] : membersOf(schema, "", document),
  );
}

/** Every member of a schema by its way, and its type. */
function membersOf(written: SchemaObject, way: string, document: OpenApiDocument): string[] {
  const schema = resolved(written, document);
  const items = schema.items === undefined ? [] : membersOf(schema.items, `${way}[]`, document);
  const branches = [...(schema.oneOf ?? []), ...(schema.anyOf ?? []), ...(schema.allOf ?? [])];
  return [
    ...items,
    ...branches.flatMap((branch) => membersOf(branch, way, document)),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, member]) => {
      const inner = way === "" ? name : `${way}.${name}`;
      const mark = schema.required?.includes(name) === true ? "!" : "";
      return [
        `${inner}: ${typeOf(member, document)}${mark}`,
        ...membersOf(member, inner, document),
      ];
    }),
  ];
}

/** `string`, `string(uuid)|null`, `map`, `any`; of an enumeration its values. */
function typeOf(written: SchemaObject, document: OpenApiDocument): string {
  const schema = resolved(written, document);
  const either = schema.anyOf ?? schema.oneOf;
  if (either !== undefined) return either.map((each) => typeOf(each, document)).join("|");
  if (schema.enum !== undefined) return schema.enum.join("|");
  if (schema.type === undefined) return "any";
  if (schema.type === "object" && schema.additionalProperties !== undefined) return "map";
  const format = schema.format === undefined ? "" : `(${schema.format})`;
  const bound = schema["x-openstack"]?.["min-ver"];
  return [schema.type].flat().join("|").replace("string", `string${format}`) + since(bound);
}

function since(version: string | undefined): string {
  return version === undefined ? "" : ` since ${version}`;
}

function resolved(schema: SchemaObject, document: OpenApiDocument): SchemaObject {
  const name = schema.$ref?.split("/").at(-1);
  return name === undefined ? schema : (document.components?.schemas?.[name] ?? {});
}
