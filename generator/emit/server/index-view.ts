import type { ApiModel } from "../../openapi/model.js";
import type { Text } from "../text.js";
import { code, commentLines, join } from "../text.js";
import { exportTypes, importLine, lines } from "./layout.js";
import type { ServerNames } from "./names.js";
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
    imports: lines([
      importLine([code`RoutesOf`], "./entries.js", "type"),
      ...chapters.map(([, own]) =>
        importLine([own.routes, code`type ${own.handlers}`], `./${own.file}.js`, "value"),
      ),
    ]),
    exports: exportTypes(chapters.map(([, own]) => own.handlers)),
    chapters: chapters.map(([chapter, own]) => ({
      title: join(commentLines(chapter.title), " "),
      key: own.key,
      handlers: own.handlers,
      routes: own.routes,
    })),
  };
}
