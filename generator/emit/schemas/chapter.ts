import type { ChapterModel, OperationModel } from "../../openapi/model.js";
import { header } from "../header.js";
import { codeOf, flatCode, group, ifBroken, indent, joined, line, width } from "../layout/doc.js";
import { callExpression } from "../layout/functions.js";
import { list } from "../layout/lists.js";
import { ModuleScope } from "../module-scope.js";
import { camelCase, Names } from "../naming.js";
import { render } from "../render.js";
import type { Text } from "../text.js";
import { code, identifier, jsdoc, literal, memberName } from "../text.js";
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
  const answering = operations.filter((operation) => checks.of(operation).length > 0);
  const imported = answering.flatMap((operation) =>
    checks
      .of(operation)
      .flatMap(({ response: { body } }) => (body ? types.reference(body.schema).imports : [])),
  );
  const names = new Names(imported);
  const named = answering.map((operation) => ({
    operation,
    name: identifier(names.take(identifier(operation.operationId), "_")),
  }));
  // What is imported steps aside: these are the names that people know from the client.
  const scope = new ModuleScope([...imported, ...named.map(({ name }) => name)]);
  const constants = named.map(({ operation, name }) => ({
    docs: jsdoc(`The answers of \`${operation.method} ${operation.path}\` in JSON, by status.`),
    text: constantText(operation, name, checks.of(operation), types, scope),
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

/** The module that has those of all chapters, each as a value of its own: a bundle has what it uses. */
export function indexText(head: Text<"code">, files: readonly string[]): string {
  const names = new Names();
  const chapters = files.map((file) => ({
    name: identifier(names.take(identifier(camelCase(file)), "_")),
    path: literal(`./${file}.js`),
  }));
  return render("schemas/index", { header: head, chapters });
}
