import type { Site } from "../site.js";
import type { SiteFinding } from "../source.js";
import { words } from "../words.js";
import { code, plain } from "./lines.js";

/** The Markdown of the page of findings. */
export function findingsTwin({ source, operations }: Site): string {
  const { others = [], ofOperations = new Map<string, readonly SiteFinding[]>() } =
    source.findings ?? {};
  const parts = [...operations].flatMap(([operationId, { operation }]) => {
    const found = ofOperations.get(operationId);
    return found === undefined ? [] : [`## ${plain(operation.title)}`, linesOf(found)];
  });
  const elsewhere = others.length === 0 ? [] : [`## ${words.findingsElsewhere}`, linesOf(others)];
  return `${[`# ${words.findings}`, words.findingsAbout, ...elsewhere, ...parts].join("\n\n")}\n`;
}

function linesOf(found: readonly SiteFinding[]): string {
  const lines = found.map(({ code: name, severity, message, place }) => {
    const where = place === undefined ? "" : `, ${code(place)}`;
    return `- ${words.severities[severity]} ${code(name)}${where}: ${plain(message)}`;
  });
  return lines.join("\n");
}
