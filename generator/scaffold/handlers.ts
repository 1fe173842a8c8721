import { ModuleScope } from "../emit/module-scope.js";
import type { Text } from "../emit/text.js";
import { code, jsdoc, join, memberName } from "../emit/text.js";
import type { ChapterStubs, Stub } from "./stubs.js";

/**
 * The text of the file in which people write their handlers, as it is when there is none yet. It is
 * theirs from then on, so it says little: a stub for each operation, and how they come together.
 * Every stub compiles and answers 501. `server` is how the file imports the emitted server, such as
 * `./server`.
 */
export function firstHandlers(chapters: readonly ChapterStubs[], server: string): string {
  const keys = chapters.map(({ key }) => key);
  const bodies = chapters.map((chapter) => chapterText(chapter));
  return [imports(server, chapters), ...bodies, assembly(keys)].join("\n");
}

function imports(server: string, chapters: readonly ChapterStubs[]): Text<"code"> {
  const doc = jsdoc(
    "What the service does: yours to write. Later runs add a handler where the docs have a new operation, mark what the docs no longer have, and leave the rest as it is.\n\n@module",
  );
  const scope = new ModuleScope([]);
  const plugin = `${server}/fastify.js`;
  const index = `${server}/index.js`;
  const runtime = `${server}/runtime.js`;
  scope.use(plugin, "plugin", "value");
  for (const name of ["routes", "service"]) scope.use(index, name, "value");
  for (const { type } of chapters) scope.use(index, type);
  if (chapters.length > 0) scope.use(runtime, "NotImplemented", "value");
  const lines = [
    code`import Fastify, { type FastifyInstance } from "fastify";`,
    ...scope.declarations([plugin, index, runtime]),
  ];
  return code`${doc}${join(lines, "\n")}\n`;
}

/** What a file that is there already calls things, and how far it indents. */
export interface Words {
  /** Of the object with the chapter's handlers. */
  readonly name: string;
  readonly notImplemented: string;
  readonly step: string;
}

/** The handlers of one chapter, each still to be written. */
export function chapterText(
  { title, key, type, stubs }: ChapterStubs,
  { name: own, notImplemented, step }: Words = {
    name: key,
    notImplemented: "NotImplemented",
    step: "  ",
  },
): string {
  const members = stubs.map((stub) => {
    const lines = stubLines(stub, { notImplemented, step }).map((line) => step + line);
    return `${lines.join("\n")},\n`;
  });
  return `${jsdoc(`${title}.`)}export const ${own}: ${type} = {\n${members.join("\n")}};\n`;
}

/** A handler that is still to be written, line by line; `result` is its type, where it needs one. */
export function stubLines(
  { name, place }: Stub,
  { notImplemented, step }: Pick<Words, "notImplemented" | "step">,
  result = "",
): readonly string[] {
  return [
    ...jsdoc(place, 0, 98).trimEnd().split("\n"),
    `${memberName(name)}()${result} {`,
    `${step}throw new ${notImplemented}();`,
    "}",
  ];
}

function assembly(keys: readonly Text<"identifier">[]): Text<"code"> {
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
