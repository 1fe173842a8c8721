import { serverNames } from "../emit/server/names.js";
import { importLine } from "../emit/server/layout.js";
import { placeOf } from "../emit/server/operation-doc.js";
import type { ChapterNames, OperationNames } from "../emit/server/names.js";
import type { Text } from "../emit/text.js";
import { code, jsdoc, join, memberName } from "../emit/text.js";
import { typeCatalogue } from "../emit/type-names.js";
import type { ApiModel, ChapterModel, OperationModel } from "../openapi/model.js";

export interface ScaffoldOptions {
  /** Where the emitted server is, as the file imports it: `./server`. */
  readonly server: string;
}

/**
 * The text of the file in which people write their handlers. It is written once and theirs from then
 * on, so it says little: a stub for each operation, and how they come together. Every stub compiles
 * and answers 501; an operation that the docs get later is an error of the compiler until it has one.
 */
export async function scaffoldHandlers(
  model: ApiModel,
  { server }: ScaffoldOptions,
): Promise<string> {
  const [{ Project }, types] = await Promise.all([import("ts-morph"), typeCatalogue(model)]);
  const names = serverNames(model, types);
  const chapters = [...names.chapters];
  const statements = [
    ...imports(
      server,
      chapters.map(([, own]) => own),
    ),
    ...chapters.map(([chapter, own]) =>
      chapterStubs(
        chapter,
        own,
        chapter.operations.flatMap((operation) => {
          const named = names.operations.get(operation);
          return named === undefined ? [] : [[operation, named] as const];
        }),
      ),
    ),
    assembly(chapters.map(([, own]) => own)),
  ];
  const project = new Project({ useInMemoryFileSystem: true, compilerOptions: { noLib: true } });
  // One call for all: each single one would print and parse the file again.
  const file = project.createSourceFile("handlers.ts", join(statements, "\n"));
  return file.getFullText();
}

function imports(server: string, chapters: readonly ChapterNames[]): readonly Text<"code">[] {
  const handlers = chapters.map(({ handlers: name }) => code`type ${name}`);
  const doc = jsdoc(
    "What the service does: yours to write. This file was made once and is never written again.\n\n@module",
  );
  const lines = [
    importLine([code`type FastifyInstance`], "fastify", "value").replace("{", "Fastify, {"),
    importLine([code`plugin`], `${server}/fastify.js`, "value"),
    importLine([code`routes`, code`service`, ...handlers], `${server}/index.js`, "value"),
    ...(chapters.length > 0
      ? [importLine([code`NotImplemented`], `${server}/runtime.js`, "value")]
      : []),
  ];
  return [code`${doc}${join(lines as Text<"code">[], "\n")}\n`];
}

/** The handlers of one chapter, each still to be written. */
function chapterStubs(
  { title }: ChapterModel,
  { key, handlers }: ChapterNames,
  operations: readonly (readonly [OperationModel, OperationNames])[],
): Text<"code"> {
  const stubs = operations.map(
    ([operation, { handler }]) =>
      code`${jsdoc(placeOf(operation), 2)}  ${memberName(handler)}() {\n    throw new NotImplemented();\n  },\n`,
  );
  return code`${jsdoc(`${title}.`)}export const ${key}: ${handlers} = {\n${join(stubs, "\n")}};\n`;
}

function assembly(chapters: readonly ChapterNames[]): Text<"code"> {
  const keys = chapters.map(({ key }) => key);
  const flat = code`  const handlers = { ${join(keys, ", ")} };\n`;
  const lines = keys.map((key) => code`    ${key},\n`);
  const handlers =
    keys.length === 0
      ? code`  const handlers = {};\n`
      : flat.length <= 101
        ? flat
        : code`  const handlers = {\n${join(lines, "")}  };\n`;
  const doc = jsdoc(
    "The service, ready to listen: `(await createApp()).listen({ port: 8080 })`. What comes before the paths of the docs, such as `/v2.1`, is the `prefix`.",
  );
  return code`${doc}export async function createApp(prefix = ""): Promise<FastifyInstance> {
${handlers}  // Fastify would answer 404 to a name of more than a hundred characters.
  const app = Fastify({ logger: true, routerOptions: { maxParamLength: 1000 } });
  await app.register(plugin(service, routes, handlers), { prefix });
  return app;
}
`;
}
