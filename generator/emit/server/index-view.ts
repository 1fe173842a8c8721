import type { ApiModel } from "../../openapi/model.js";
import type { Text } from "../text.js";
import { commentLines, join } from "../text.js";
import { exportTypes } from "../layout/imports.js";
import { ModuleScope } from "../module-scope.js";
import type { ChapterNames, ServerNames } from "./names.js";
import type { Sources } from "./sources.js";

/** What the template `index` prints. */
export interface IndexView {
  readonly header: Text<"code">;
  readonly imports: Text<"code">;
  readonly exports: Text<"code">;
  readonly chapters: readonly {
    readonly title: Text<"code">;
    readonly key: Text<"identifier">;
    readonly handlers: Text<"identifier">;
    readonly routes: Text<"identifier">;
  }[];
}

export function indexView(model: ApiModel, names: ServerNames, sources: Sources): IndexView {
  const chapters = [...names.chapters];
  return {
    header: sources(model.chapters.map(({ name, title }) => [name, title])),
    imports: importsOf(chapters.map(([, own]) => own)),
    exports: exportTypes(chapters.map(([, own]) => own.handlers)),
    chapters: chapters.map(([chapter, own]) => ({
      title: join(commentLines(chapter.title), " "),
      key: own.key,
      handlers: own.handlers,
      routes: own.routes,
    })),
  };
}

function importsOf(chapters: readonly ChapterNames[]): Text<"code"> {
  const scope = new ModuleScope([]);
  const routes = "./entries.js";
  scope.use(routes, "RoutesOf");
  const files = chapters.map((own) => {
    const file = `./${own.file}.js`;
    scope.use(file, own.routes, "value");
    scope.use(file, own.handlers);
    return file;
  });
  return join(scope.declarations([routes, ...files]), "\n");
}
