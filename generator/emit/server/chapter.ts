import type { ChapterModel, OperationModel } from "../../openapi/model.js";
import { prose } from "../doc-words.js";
import { header } from "../header.js";
import type { Text } from "../text.js";
import { code, jsdoc } from "../text.js";
import type { TypeCatalogue } from "../type-names.js";
import { codeOf, type Doc, indent, lineBreak, type Safe, width } from "../layout/doc.js";
import { methodMember } from "../layout/functions.js";
import { typeDoc } from "../layout/types.js";
import { type Value, valueDoc } from "../layout/values.js";
import type { ChapterNames, OperationNames, ServerNames } from "./names.js";
import { operationDoc } from "./operation-doc.js";
import { repliesVary, replyType, requestType } from "./operation-types.js";
import type { RouteContext } from "./route.js";
import { routeOf } from "./route.js";
import { ChapterScope, typesOf } from "./scope.js";

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
  const scope = new ChapterScope(chapter.operations.flatMap((each) => typesOf(each, types)));

  const versionHeaders = (context.model.microversions?.headers ?? []).map(({ name }) =>
    name.toLowerCase(),
  );
  const contextType = (operation: OperationModel, { reply, replies }: OperationNames) =>
    typeDoc({
      name: scope.runtime("Context"),
      args: repliesVary(types, operation) ? [reply, replies] : [reply],
    });
  const operations = documented.map(([operation, own]) => ({
    request: requestType(types, operation, own, scope),
    reply: replyType(types, operation, own, scope, versionHeaders),
  }));
  const methods = documented.map(([operation, own]) => ({
    doc: operationDoc(operation),
    signature: methodMember(
      own.handler,
      undefined,
      [code`request: ${own.request}`, [code`context: `, contextType(operation, own)]],
      code`${scope.runtime("Handled")}<${own.reply}>`,
    ),
  }));
  const rows: Value = {
    items: documented.map(([operation, own]) => routeOf(context, operation, own, scope)),
  };
  const route = scope.runtime("Route");
  const lead = code`export const ${names.routes}: readonly ${route}<${names.handlers}>[] =`;
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

/** Where not even the bracket fits behind `lead`, which ends with `=`, all moves to the next line. */
function assignment(lead: Text<"code">, rows: Value): Text<"code"> {
  const value: Doc<Safe> = [valueDoc(rows), code`;`];
  const isBeside = lead.length + 2 <= width;
  return codeOf([lead, isBeside ? [code` `, value] : indent([lineBreak, value])]);
}

function moduleDoc({ title, description }: ChapterModel): Text<"comment"> {
  return jsdoc(`${prose(description ?? title)}\n\n@module`);
}
