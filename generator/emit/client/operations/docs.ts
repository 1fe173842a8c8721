import type { ChapterModel, OperationModel } from "../../../openapi/model.js";
import type { SchemaObject } from "../../../openapi/document.js";
import { boundsInWords, oneLine, prose, sentence } from "../../doc-words.js";
import { identifier, jsdoc, memberName, type Text } from "../../text.js";
import { referred } from "../json.js";
import { bodyArgument, type BodyArgument } from "./argument.js";
import { bodyKindOf } from "../../bodies.js";
import { answersOf } from "./media.js";
import { fieldsOf } from "./fields.js";

/** The JSDoc of a chapter's module. */
export function chapterDocs(chapter: ChapterModel): Text<"comment"> {
  return jsdoc([prose(chapter.description ?? chapter.title), "@module"].join("\n\n"));
}

/** The JSDoc of the function of an operation. `example`: also how to call it. */
export function operationDocs(
  operation: OperationModel,
  name: string,
  schemas: Readonly<Record<string, SchemaObject>>,
  example: boolean,
): Text<"comment"> {
  const { description, title, source } = operation;
  const tags = [
    ...(operation.deprecated ? [`@deprecated ${deprecation(operation)}`] : []),
    ...(source === undefined ? [] : [`@see ${noTag(source.file)}, "${noTag(source.title)}"`]),
  ];
  const paragraphs = [
    place(operation),
    prose(description ?? sentence(title)),
    ...(example ? [`@example\n${exampleOf(operation, name, schemas)}`] : []),
    tags.join("\n"),
  ];
  return jsdoc(paragraphs.filter((paragraph) => paragraph !== "").join("\n\n"));
}

/** The first sentence about an operation, for its method of the bound form. */
export function shortDocs(operation: OperationModel, indent: number): Text<"comment"> {
  const [first = ""] = prose(operation.description ?? "").split(/\n\s*\n/);
  const words = oneLine(first);
  const end = /[.!?](?=\s|$)/.exec(words)?.index;
  const summary = end === undefined ? sentence(operation.title) : words.slice(0, end + 1);
  const tag = operation.deprecated ? `\n\n@deprecated ${deprecation(operation)}` : "";
  return jsdoc(summary + tag, indent);
}

/** `GET /images`, with its action and its bounds, and what it is answered with. */
function place(operation: OperationModel): string {
  const { method, path, action, bounds } = operation;
  const chosen = action === undefined ? "" : ` with ${codeSpan(action)}`;
  const called = `${codeSpan(`${method} ${path}`)}${chosen}${boundsInWords(bounds)}.`;
  const fields = fieldsOf(operation);
  if (fields === undefined) return called;
  return `${called} The result has the members that ${codeSpan(fields.parameter)} names, else all.`;
}

/** The JSDoc of the body of an action: where the function puts it, and what stands there without it. */
export function bodyDocs(body: BodyArgument): Text<"comment"> | undefined {
  if (body.kind !== "action") return undefined;
  const empty = body.otherwise === null ? "null" : codeSpan("{}");
  const otherwise = body.otherwise === undefined ? "" : `; ${empty} if left out`;
  return jsdoc(`The value of ${codeSpan(body.action)}, which is put around it${otherwise}.`, 2);
}

/** What the docs say of the deprecation, if a sentence of theirs does; else what is known. */
function deprecation({ description, bounds }: OperationModel): string {
  const said = oneLine(prose(description ?? ""))
    .split(/(?<=[.!?])\s+/)
    .find((words) => /deprecat|replaced by|instead/i.test(words));
  if (said !== undefined) return said;
  return bounds.max === undefined
    ? "The documentation says so."
    : `Microversion ${bounds.max} is the last that has it.`;
}

/** A call as one would write it: required parameters under their own names, errors thrown. */
function exampleOf(
  operation: OperationModel,
  name: string,
  schemas: Readonly<Record<string, SchemaObject>>,
): string {
  const places = { path: "path", query: "query", headers: "header", cookies: "cookie" } as const;
  const groups = Object.entries(places).flatMap(([group, place]) => {
    const required = operation.parameters.filter(
      (parameter) => parameter.in === place && parameter.required,
    );
    const members = required.map((parameter) => shorthand(parameter.name));
    return members.length === 0 ? [] : [`${group}: { ${members.join(", ")} }`];
  });
  const body = bodyArgument(operation, schemas);
  const asksBody = body !== undefined && body.kind !== "fixed" && body.required;
  const parts = [...groups, ...(asksBody ? ["body"] : [])];
  const head = `${target(operation, schemas)}await ${name}(client`;
  if (parts.length === 0) return `${head}).orThrow();`;
  const flat = `${head}, { ${parts.join(", ")} }).orThrow();`;
  return flat.length <= exampleWidth
    ? flat
    : `${head}, {\n${parts.map((part) => `  ${part},\n`).join("")}}).orThrow();`;
}

/** What a line of a JSDoc block at the margin can hold. */
const exampleWidth = 97;

function shorthand(name: string): string {
  return identifier(name) === name ? name : `${memberName(name)}: "…"`;
}

/** `const { images } = `: the one member that the body has, else the body. */
function target(
  operation: OperationModel,
  schemas: Readonly<Record<string, SchemaObject>>,
): string {
  const normal = answersOf(operation).find(({ ok }) => ok)?.response;
  const kind = bodyKindOf(operation, normal);
  if (kind === "none" || kind === "any" || normal?.body === undefined)
    return kind === "stream" ? "const stream = " : "";
  if (kind !== "json") return `const ${kind} = `;
  const { schema: own } = normal.body;
  const schema = referred(own.$ref, schemas) ?? own;
  const [member, ...others] = Object.keys(schema.properties ?? {});
  const alone = member !== undefined && others.length === 0 && identifier(member) === member;
  return alone ? `const { ${member} } = ` : "const body = ";
}

/** Words behind a tag, on its line. */
function noTag(words: string): string {
  return oneLine(words).replace(/(^|\s)@/g, "$1\\@");
}

/** An inline code span; a backtick would end it, and TypeScript sees a tag in it behind a space. */
function codeSpan(words: string): string {
  return `\`${oneLine(words).replaceAll("`", "'").replaceAll(" @", "@")}\``;
}
