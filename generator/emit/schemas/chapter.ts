import type { ChapterModel, OperationModel } from "../../openapi/model.js";
import { header } from "../header.js";
import { codeOf, flatCode, group, ifBroken, indent, joined, line, width } from "../layout/doc.js";
import { callExpression } from "../layout/functions.js";
import { list } from "../layout/lists.js";
import type { ModuleScope } from "../module-scope.js";
import { nameConstants } from "../operation-constants.js";
import { render } from "../render.js";
import type { Text } from "../text.js";
import { code, jsdoc, literal, memberName } from "../text.js";
import type { TypeCatalogue } from "../type-names.js";
import type { AnswerChecks, CheckedAnswer } from "./answers.js";

const runtime = "./standard-schema.js";
const validators = "./validators.js";

/** The module of a chapter: a constant per operation that answers in JSON. */
export function chapterText(
  { operations, source, digest }: ChapterModel,
  types: TypeCatalogue,
  checks: AnswerChecks,
): string {
  const answering = operations.flatMap((operation) => {
    const answers = checks.of(operation);
    return answers.length > 0 ? [{ operation, answers }] : [];
  });
  const imported = answering.flatMap(({ answers }) =>
    answers.flatMap(({ response: { body } }) => (body ? types.reference(body.schema).imports : [])),
  );
  const { scope, named } = nameConstants(answering, imported);
  const constants = named.map(({ of: { operation, answers }, name }) => ({
    docs: jsdoc(`The answers of \`${operation.method} ${operation.path}\` in JSON, by status.`),
    text: constantText(operation, name, answers, types, scope),
  }));
  return render("schemas/chapter", {
    header: header(source === undefined ? [] : [source], digest),
    imports: scope.declarations(["../types.js", runtime, validators]),
    constants,
  });
}

function constantText(
  operation: OperationModel,
  name: Text<"identifier">,
  answers: readonly CheckedAnswer[],
  types: TypeCatalogue,
  scope: ModuleScope,
): Text<"code"> {
  const keyed = answers.map(({ response: { status, body }, check }) => ({
    key: typeof status === "number" ? code`${status}` : memberName(status),
    type: scope.type(types.reference(body?.schema ?? {})),
    check: scope.use(validators, check, "value"),
  }));
  const bodies = keyed.map(({ key, type }) => code`${key}: ${type}`);
  const members = group([
    code`{`,
    indent([line, joined(bodies, [code`;`, line]), ifBroken(code`;`)]),
    line,
    code`}`,
  ]);
  const head = [code`export const ${name}: ${scope.use(runtime, "Answers")}<`, members, code`> = `];
  const words = literal(`${operation.method} ${operation.path}`);
  const checked = keyed.map(({ key, check }) => code`${key}: ${check}`);
  const make = code`/* @__PURE__ */ ${scope.use(runtime, "answers", "value")}`;
  const fields = operation.fields ? [literal(operation.fields.parameter)] : [];
  // The head is on one line where what opens the call fits behind it, else its last line is `}> = `.
  const flat = flatCode(head).length;
  const before = flat + `${make}(${words}, {`.length <= width ? flat : "}> = ".length;
  const call =
    fields.length === 0
      ? callExpression(make, [words], checked, before)
      : list(code`${make}(`, [words, list(code`{`, checked, code`}`, true), ...fields], code`)`);
  return codeOf([...head, call, code`;`]);
}
