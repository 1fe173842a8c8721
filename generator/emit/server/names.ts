import type { ApiModel, ChapterModel, OperationModel } from "../../openapi/model.js";
import { camelCase, kebabCase, Names, pascalCase } from "../naming.js";
import type { Text } from "../text.js";
import { identifier } from "../text.js";
import type { TypeCatalogue } from "../type-names.js";
import { importedTypes, typesOf } from "./scope.js";

type Name = Text<"identifier">;

/** What a chapter's module calls its own. */
export interface ChapterNames {
  /** Of the file, without ending. */
  readonly file: string;
  /** Of the chapter among the handlers of the service. */
  readonly key: Name;
  readonly handlers: Name;
  readonly routes: Name;
}

export interface OperationNames {
  readonly handler: Name;
  readonly request: Name;
  readonly reply: Name;
  /** Of its answers by microversion, where these differ. */
  readonly replies: Name;
}

export interface ServerNames {
  /** Chapters with operations, in the order of the docs. */
  readonly chapters: ReadonlyMap<ChapterModel, ChapterNames>;
  readonly operations: ReadonlyMap<OperationModel, OperationNames>;
}

/** What does not differ between services: real TypeScript, copied as it stands. */
export const runtimeFiles: readonly string[] = [
  "bodies",
  "checks",
  "choosing",
  "context",
  "dispatch",
  "entries",
  "fastify",
  "fields",
  "incoming",
  "inputs",
  "json",
  "microversions",
  "paths",
  "prepare",
  "refusals",
  "replies",
  "requests",
  "responder",
  "router",
  "runtime",
  "sentence",
  "targets",
];

/** What is copied beside them where a parameter is not written as is usual for its place. */
export const stylesFile = "styles";

/** Modules that are there whatever the docs say. */
const ownFiles = [...runtimeFiles, stylesFile, "faults", "index", "service", "validators"];

/**
 * All names that the server exports. None is that of a type of `types.ts` or of the runtime: where
 * an operation would call its request like a component, the request gives way, as in the client.
 */
export function serverNames(model: ApiModel, catalogue: TypeCatalogue): ServerNames {
  const taken = new Names([...typeNames(model, catalogue), ...importedTypes, "Handlers"]);
  const files = new Names(ownFiles);
  const keys = new Names();
  const values = new Names(["routes", "service"]);
  const chapters = new Map<ChapterModel, ChapterNames>();
  const operations = new Map<OperationModel, OperationNames>();
  const handlerNames = new Names();
  const typeOf = (word: string, suffix: string, otherwise: string): Name => {
    const wanted = identifier(word + suffix);
    return take(taken, taken.has(wanted) ? word + otherwise : wanted);
  };
  for (const chapter of model.chapters) {
    if (chapter.operations.length === 0) continue;
    const word = pascalCase(chapter.name);
    const key = take(keys, camelCase(chapter.name));
    chapters.set(chapter, {
      file: files.take(kebabCase(chapter.name), "-"),
      key,
      handlers: typeOf(word, "Handlers", "ChapterHandlers"),
      routes: take(values, `${key}Routes`),
    });
    for (const operation of chapter.operations) {
      const handler = take(handlerNames, identifier(operation.operationId));
      operations.set(operation, {
        handler,
        request: typeOf(pascalCase(handler), "Input", "Arguments"),
        reply: typeOf(pascalCase(handler), "Reply", "Answer"),
        replies: typeOf(pascalCase(handler), "Replies", "Answers"),
      });
    }
  }
  return { chapters, operations };
}

function take(names: Names, wanted: string): Name {
  return identifier(names.take(identifier(wanted), "_"));
}

function typeNames(model: ApiModel, types: TypeCatalogue): ReadonlySet<string> {
  const operations = model.chapters.flatMap((chapter) => chapter.operations);
  return new Set<string>([
    ...Object.keys(model.schemas).map((name) => types.nameOf(name)),
    ...operations.flatMap((operation) => typesOf(operation, types)),
  ]);
}
