import type { OperationModel } from "../../openapi/model.js";
import { boundsInWords, oneLine, prose, sentence } from "../doc-words.js";
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

/** An inline code span; a backtick would end it. */
function codeSpan(words: string): string {
  return `\`${oneLine(words).replaceAll("`", "'")}\``;
}
