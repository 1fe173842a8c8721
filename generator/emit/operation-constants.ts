import type { ChapterModel, OperationModel } from "../openapi/model.js";
import { ModuleScope } from "./module-scope.js";
import { camelCase, kebabCase, Names } from "./naming.js";
import type { Text } from "./text.js";
import { identifier, literal } from "./text.js";

/*
 * What outputs have in common whose modules, one per chapter, have a constant per operation.
 */

/** The modules of chapters, without their ending; those that the output has of its own are `taken`. */
export function chapterFiles(
  chapters: readonly ChapterModel[],
  taken: readonly string[],
): readonly { readonly chapter: ChapterModel; readonly file: string }[] {
  const files = new Names(taken);
  return chapters.map((chapter) => ({ chapter, file: files.take(kebabCase(chapter.name), "-") }));
}

/** What an index prints to export each of these modules as a value of its own. */
export function chapterExports(files: readonly string[]) {
  const names = new Names();
  return files.map((file) => ({
    name: identifier(names.take(identifier(camelCase(file)), "_")),
    path: literal(`./${file}.js`),
  }));
}

/** The names of constants in a module that has these types `imported`, and its scope. */
export function nameConstants<Of extends { readonly operation: OperationModel }>(
  constants: readonly Of[],
  imported: readonly string[],
): {
  readonly scope: ModuleScope;
  readonly named: readonly { readonly of: Of; readonly name: Text<"identifier"> }[];
} {
  const names = new Names(imported);
  const named = constants.map((of) => ({
    of,
    name: identifier(names.take(identifier(of.operation.operationId), "_")),
  }));
  // What is imported steps aside: these are the names that people know from the client.
  const scope = new ModuleScope([...imported, ...named.map(({ name }) => name)]);
  return { scope, named };
}
