import type { ApiModel, OperationModel } from "../../openapi/model.js";
import type { ClientNames } from "./names.js";
import { needsRequest } from "./operations/input.js";

/**
 * The index page: a line per operation, so that a reviewer sees at a glance what came, went or
 * changed its name. It is Markdown, whose marks in words from the docs are escaped.
 */
export function operationsPage(model: ApiModel, names: ClientNames): string {
  const chapters = [...names.files].map(([chapter, file]) => {
    const lines = chapter.operations.map((operation) => `- ${lineOf(model, operation, names)}\n`);
    return `\n## ${plain(chapter.title)}\n\nIn [${file}.ts](./${file}.ts):\n\n${lines.join("")}`;
  });
  return `# ${plain(model.title)}: operations\n${chapters.join("")}`;
}

function lineOf(model: ApiModel, operation: OperationModel, names: ClientNames): string {
  const { method, path, action } = operation;
  const name = names.operations.get(operation)?.function ?? operation.operationId;
  const needed = needsRequest(model, operation);
  const chosen = action === undefined ? "" : ` with ${span(action)}`;
  return `${span(`${method} ${path}`)}${chosen} → ${span(`${name}(client${needed ? ", request" : ""})`)}`;
}

function span(words: string): string {
  return `\`${oneLine(words).replaceAll("`", "'")}\``;
}

function plain(words: string): string {
  return oneLine(words).replace(/[\\`*_{}[\]<>#|~]/g, "\\$&");
}

function oneLine(words: string): string {
  return words.replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, " ").trim();
}
