import type { ChapterModel, OperationModel, ResponseModel } from "../../openapi/model.js";
import { bodyKindOf } from "../bodies.js";
import type { Fits } from "../checks/fits.js";
import { header } from "../header.js";
import { codeOf, indent, lineBreak, width } from "../layout/doc.js";
import { object, type Value, valueDoc } from "../layout/values.js";
import type { ModuleScope } from "../module-scope.js";
import { nameConstants } from "../operation-constants.js";
import { render } from "../render.js";
import type { Text } from "../text.js";
import { code, jsdoc, literal } from "../text.js";
import type { TypeCatalogue } from "../type-names.js";
import { jsonValue } from "./json-value.js";

/** What an operation answers when all is well, and a sample of it; `shown` tells whether there is one. */
interface Answered {
  readonly operation: OperationModel;
  readonly response: ResponseModel | undefined;
  readonly shown: boolean;
  readonly sample?: unknown;
}

/** The module of a chapter: a constant per operation, with the first sample that its type takes. */
export function chapterText(
  { operations, source, digest }: ChapterModel,
  types: TypeCatalogue,
  fits: Fits,
): string {
  const answered = operations.map((operation) => answerOf(operation, fits));
  const imported = answered.flatMap(({ response }) =>
    response?.body ? types.reference(response.body.schema).imports : [],
  );
  const { scope, named } = nameConstants(answered, imported);
  const constants = named.map(({ of: answer, name }) => ({
    docs: jsdoc(docsOf(answer)),
    text: constantText(answer, name, types, scope),
  }));
  return render("fakes/chapter", {
    header: header(source === undefined ? [] : [source], digest),
    imports: scope.declarations(["../types.js", "./fake.js"]),
    constants,
  });
}

function docsOf({ operation: { method, path }, shown, response }: Answered): string {
  const words = `\`${method} ${path}\``;
  if (shown && response?.body) return `What the docs show of ${words}.`;
  return shown
    ? `${words}, which answers without a body.`
    : `${words}, of which the docs show no answer.`;
}

/** The first documented success; of its samples the newest that fits its schema. */
function answerOf(operation: OperationModel, fits: Fits): Answered {
  const response = operation.responses.find(({ ok, status }) => ok && typeof status === "number");
  const kind = bodyKindOf(operation, response);
  if (response === undefined || kind !== "json")
    return { operation, response, shown: response !== undefined && kind === "none" };
  const schema = response.body?.schema ?? {};
  const samples = operation.samples.filter(({ of }) => of === response.status);
  const fitting = samples.filter(({ value }) => fits(schema, value));
  const sample = fitting.find(({ bounds }) => bounds.max === undefined) ?? fitting[0];
  return sample === undefined
    ? { operation, response, shown: false }
    : { operation, response, shown: true, sample: sample.value };
}

function constantText(
  { operation, response, shown, sample }: Answered,
  name: Text<"identifier">,
  types: TypeCatalogue,
  scope: ModuleScope,
): Text<"code"> {
  const { method, path, action } = operation;
  const kind = bodyKindOf(operation, response);
  const body = kind === "json" ? response?.body : undefined;
  const type = body
    ? scope.type(types.reference(body.schema))
    : kind === "none"
      ? code`undefined`
      : code`unknown`;
  const fake = scope.use("./fake.js", shown ? "Fake" : "UnshownFake");
  const value = object({
    operation: literal(`${method} ${path}`),
    status: code`${typeof response?.status === "number" ? response.status : 200}`,
    ...(action !== undefined && { action: literal(action) }),
    ...(shown && { body: body ? asType(jsonValue(sample), type) : code`undefined` }),
  });
  const head = code`export const ${name}: ${fake}<${type}> =`;
  const isBeside = head.length + " {".length <= width;
  const placed = isBeside ? [code` `, valueDoc(value)] : indent([lineBreak, valueDoc(value)]);
  return codeOf([head, placed, code`;`]);
}

function asType(value: Value, type: Text<"code">): Value {
  return { value, as: type };
}
