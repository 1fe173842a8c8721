import type { Bounds, OperationModel } from "../../openapi/model.js";
import type { Text } from "../text.js";
import { jsdoc } from "../text.js";

/** What the docs say of an operation, above its handler. */
export function operationDoc(operation: OperationModel): Text<"comment"> {
  const { title, description, deprecated, source } = operation;
  const said = [
    `${placeOf(operation)}${boundsInWords(operation.bounds)}.`,
    prose(description ?? sentence(title)),
    [
      ...(deprecated ? ["@deprecated The documentation says so."] : []),
      ...(source === undefined ? [] : [`@see ${source.file}, "${oneLine(source.title)}"`]),
    ].join("\n"),
  ];
  return jsdoc(said.filter((part) => part !== "").join("\n\n"), 2);
}

/** `GET /images`, with what else chooses the operation. */
export function placeOf({ method, path, action }: OperationModel): string {
  const place = codeSpan(`${method} ${path}`);
  return action === undefined ? place : `${place} with ${codeSpan(action)}`;
}

/** The bounds in words, to stand behind the method and path. */
function boundsInWords({ min, max }: Bounds): string {
  if (min === undefined) return max === undefined ? "" : `, up to microversion ${max}`;
  if (max === undefined) return `, since microversion ${min}`;
  return min === max ? `, at microversion ${min}` : `, from microversion ${min} to ${max}`;
}

/** Words from the docs at the start of a line are words, never a tag of JSDoc. */
export function prose(markdown: string): string {
  return markdown.trim().replace(/^(\s*)@/gm, "$1\\@");
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, " ").trim();
}

function sentence(words: string): string {
  const line = oneLine(words);
  return line === "" || /[.!?]$/.test(line) ? line : `${line}.`;
}

/** An inline code span; a backtick would end it. */
function codeSpan(words: string): string {
  return `\`${oneLine(words).replaceAll("`", "'")}\``;
}
