import { isMap } from "yaml";
import type { Outcome } from "../../diagnostics/diagnostic.js";
import type { SourceId } from "../../diagnostics/span.js";
import type { Line } from "../../rst/blocks.js";
import type { Prose } from "../model.js";
import { readYaml, resolved, scalarLines, scalarText } from "./yaml-source.js";

/** What a status file says of each code, by the name of the reason, `default` among them. */
export type StatusFile = ReadonlyMap<string, ReadonlyMap<string, Prose>>;

/** Reads a status file (os-api-ref `RestStatusCodeDirective`): code → reason → text. */
export function readStatusFile(
  source: SourceId,
  text: string,
  prose: (lines: readonly Line[]) => Prose,
): Outcome<StatusFile> {
  const yaml = readYaml(source, text);
  const codes = new Map<string, ReadonlyMap<string, Prose>>();
  for (const pair of yaml.root?.items ?? []) {
    const code = scalarText(pair.key);
    const node = resolved(yaml, pair.value);
    if (code === undefined) continue;
    const reasons = new Map<string, Prose>();
    if (isMap(node)) {
      for (const reason of node.items) {
        const name = scalarText(reason.key) ?? "";
        reasons.set(name, prose(scalarLines(yaml, resolved(yaml, reason.value))));
      }
    } else reasons.set("default", prose(scalarLines(yaml, node)));
    codes.set(code, reasons);
  }
  return { value: codes, diagnostics: yaml.diagnostics };
}
