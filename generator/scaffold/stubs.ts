import { placeOf } from "../emit/server/operation-doc.js";
import { serverNames } from "../emit/server/names.js";
import type { Text } from "../emit/text.js";
import { typeCatalogue } from "../emit/type-names.js";
import type { ApiModel } from "../openapi/model.js";

/** The handler of one operation, still to be written. */
export interface Stub {
  readonly name: Text<"identifier">;
  /** The operation in words, as the comment above the handler has it: `` `GET /images` ``. */
  readonly place: string;
}

/** What a handlers file has for one chapter of the docs. */
export interface ChapterStubs {
  /** The name of the chapter's module without its ending, such as `os-keypairs`. */
  readonly file: string;
  readonly title: string;
  /** The name of the chapter among the handlers of the service. */
  readonly key: Text<"identifier">;
  /** The interface of the emitted server that the chapter's handlers have. */
  readonly type: Text<"identifier">;
  /** In the order of the docs. */
  readonly stubs: readonly Stub[];
}

/** All chapters that have operations, in the order of the docs. */
export async function allStubs(model: ApiModel): Promise<readonly ChapterStubs[]> {
  const { chapters, operations } = serverNames(model, await typeCatalogue(model));
  return [...chapters].map(([chapter, { file, key, handlers }]) => ({
    file,
    title: chapter.title,
    key,
    type: handlers,
    stubs: chapter.operations.flatMap((operation) => {
      const names = operations.get(operation);
      return names === undefined ? [] : [{ name: names.handler, place: placeOf(operation) }];
    }),
  }));
}
