import type { ApiModel, ChapterModel } from "../../openapi/model.js";
import { header } from "../header.js";
import type { Text } from "../text.js";
import type { TypeCatalogue } from "../type-names.js";
import { chapterDocs } from "./operations/docs.js";
import { credentialsFile } from "./credentials.js";
import { fieldsFile } from "./operations/fields.js";
import { ModuleScope } from "../module-scope.js";
import type { ClientNames } from "./names.js";
import { aboveFile } from "./operations/above-version.js";
import { callerFile } from "./operations/caller.js";
import { stylesFile } from "./operations/styles.js";
import { importedTypes, operationView, type OperationView } from "./operations/operation.js";

/** What `templates/client/module.hbs` prints. */
export interface ModuleView {
  readonly header: Text<"code">;
  readonly docs: Text<"comment">;
  readonly imports: readonly Text<"code">[];
  readonly operations: readonly OperationView[];
}

/** The module of a chapter: one function per documented operation, in the order of the docs. */
export function moduleView(
  model: ApiModel,
  types: TypeCatalogue,
  names: ClientNames,
  chapter: ChapterModel,
): ModuleView {
  const scope = new ModuleScope(
    chapter.operations.flatMap((operation) => importedTypes({ types, model }, operation)),
  );
  const context = { model, types, scope, service: names.service };
  const operations = chapter.operations.flatMap((operation, index) => {
    const own = names.operations.get(operation);
    const silent = operation.responses.some(({ ok, body }) => ok && body === undefined);
    return own === undefined ? [] : [operationView(context, operation, own, index === 0 || silent)];
  });
  const service = `./${names.service.file}.js`;
  return {
    header: header(chapter.source === undefined ? [] : [chapter.source], chapter.digest),
    docs: chapterDocs(chapter),
    imports: scope.declarations([
      "../microversion.js",
      "../types.js",
      service,
      `./${aboveFile}.js`,
      `./${credentialsFile}.js`,
      `./${fieldsFile}.js`,
      `./${callerFile}.js`,
      "./runtime.js",
      `./${stylesFile}.js`,
    ]),
    operations,
  };
}
