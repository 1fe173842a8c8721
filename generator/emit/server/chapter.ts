import type { ChapterModel, OperationModel } from "../../openapi/model.js";
import { header } from "../header.js";
import type { Text } from "../text.js";
import { code, jsdoc } from "../text.js";
import type { TypeCatalogue } from "../type-names.js";
import type { Value } from "./layout.js";
import { method, printValue } from "./layout.js";
import type { ChapterNames, OperationNames, ServerNames } from "./names.js";
import { operationDoc, prose } from "./operation-doc.js";
import { repliesVary, replyType, requestType } from "./operation-types.js";
import type { RouteContext } from "./route.js";
import { routeOf } from "./route.js";
import { ModuleScope, typesOf } from "./scope.js";

/** What the template `chapter` prints. */
export interface ChapterView {
  readonly header: Text<"code">;
  readonly doc: Text<"comment">;
  readonly imports: Text<"code">;
  readonly operations: readonly { readonly request: Text<"code">; readonly reply: Text<"code"> }[];
  readonly handlers: Text<"identifier">;
  readonly methods: readonly { readonly doc: Text<"comment">; readonly signature: Text<"code"> }[];
  readonly routes: Text<"code">;
}

/** What the modules of all chapters are made from. */
export interface ChapterContext extends RouteContext {
  readonly types: TypeCatalogue;
  readonly names: ServerNames;
}

export function chapterView(
  context: ChapterContext,
  chapter: ChapterModel,
  names: ChapterNames,
): ChapterView {
  const { types } = context;
  const documented = chapter.operations.flatMap((operation) => {
    const own = context.names.operations.get(operation);
    return own === undefined ? [] : [[operation, own] as const];
  });
  const scope = new ModuleScope(chapter.operations.flatMap((each) => typesOf(each, types)));

  const versionHeaders = (context.model.microversions?.headers ?? []).map(({ name }) =>
    name.toLowerCase(),
  );
  const contextType = (operation: OperationModel, { reply, replies }: OperationNames) =>
    repliesVary(types, operation)
      ? code`${scope.runtime("Context")}<${reply}, ${replies}>`
      : code`${scope.runtime("Context")}<${reply}>`;
  const operations = documented.map(([operation, own]) => ({
    request: requestType(types, operation, own, scope),
    reply: replyType(types, operation, own, scope, versionHeaders),
  }));
  const methods = documented.map(([operation, own]) => ({
    doc: operationDoc(operation),
    signature: method(
      own.handler,
      [code`request: ${own.request}`, code`context: ${contextType(operation, own)}`],
      code`${scope.runtime("Handled")}<${own.reply}>`,
    ),
  }));
  const rows: Value = {
    items: documented.map(([operation, own]) => routeOf(context, operation, own, scope)),
  };
  const route = scope.runtime("Route");
  const lead = code`export const ${names.routes}: readonly ${route}<${names.handlers}>[] = `;
  return {
    header: header(chapter.source === undefined ? [] : [chapter.source], chapter.digest),
    doc: moduleDoc(chapter),
    imports: scope.declarations(),
    operations,
    handlers: names.handlers,
    methods,
    routes: assignment(lead, rows),
  };
}

/** `lead` ends with ` = `. Where not even the bracket fits behind it, all moves to the next line. */
function assignment(lead: Text<"code">, rows: Value): Text<"code"> {
  if (lead.length < 100) return code`${lead}${printValue(rows, 0, lead.length + 1)};`;
  return code`${lead.trimEnd() as Text<"code">}\n  ${printValue(rows, 2, 3)};`;
}

function moduleDoc({ title, description }: ChapterModel): Text<"comment"> {
  return jsdoc(`${prose(description ?? title)}\n\n@module`);
}
