import { type Diagnostic, type Outcome, report } from "../../diagnostics/diagnostic.js";
import { emptyList } from "../../diagnostics/rules/empty-list.js";
import { noParametersFile } from "../../diagnostics/rules/no-parameters-file.js";
import { unknownStatusKind } from "../../diagnostics/rules/unknown-status-kind.js";
import { unreadableStatus } from "../../diagnostics/rules/unreadable-status.js";
import type { Said, Span } from "../../diagnostics/span.js";
import type { Directive, Line } from "../../rst/blocks.js";
import { saidInLine, spanInLine } from "../prose/lines.js";
import type { Status } from "../model.js";
import { codeDigits, codeOf } from "./codes/http-codes.js";

/** The kinds of codes that os-api-ref knows (`HTTPResponseCodeDirective.status_types`). */
const kinds: readonly string[] = ["success", "error"];

/** One item of a list of codes, its reason not yet looked up. */
export interface StatusItem {
  readonly span: Span;
  readonly code: number;
  /** As it is written, where letters stand in the place of digits. */
  readonly written?: string;
  /** The name of a reason in the status file, or the reason itself. */
  readonly reason: Said<string> | undefined;
}

/** What a rest_status_code stanza says. */
export interface RestStatusCode {
  readonly kind: Status["kind"];
  readonly file: Said<string> | undefined;
  readonly items: readonly StatusItem[];
}

/**
 * Reads a rest_status_code stanza (os-api-ref `RestStatusCodeDirective`): `success` or `error`, a
 * file, and a list of codes, each perhaps with the name of a reason: `- 409: duplicate`.
 */
export function readRestStatusCode(directive: Directive): Outcome<RestStatusCode> {
  const [first, ...early] = directive.argument;
  const match = /^(\s*)(\S+)(\s*)(\S*)/.exec(first?.text ?? "");
  const [, indent = "", kind = "", gap = "", file = ""] = match ?? [];
  const fileAt = indent.length + kind.length + gap.length;
  const diagnostics: Diagnostic[] = [];
  const items: StatusItem[] = [];
  if (first && kind !== "" && !kinds.includes(kind)) {
    const span = spanInLine(first, indent.length, indent.length + kind.length);
    diagnostics.push(report(unknownStatusKind, span, { kind }));
  } else if (file === "") {
    diagnostics.push(report(noParametersFile, directive.nameSpan, { directive: directive.name }));
  }
  if ([...early, ...directive.body].every(({ text }) => text.trim() === ""))
    diagnostics.push(report(emptyList, directive.nameSpan, { directive: directive.name }));
  for (const line of [...early, ...directive.body]) {
    if (/^\s*(?:#|$)/.test(line.text)) continue;
    const found = readItem(line);
    for (const each of found) items.push(each);
    // The list is YAML for os-api-ref: neither a code without a dash nor a reason with a colon is.
    if (found.length === 0 || !/^\s*-\s/.test(line.text) || hasColon(found)) {
      const item = line.text.trim().replace(/^-\s*/, "");
      const from = line.text.lastIndexOf(item);
      diagnostics.push(
        report(unreadableStatus, spanInLine(line, from, from + item.length), { item }),
      );
    }
  }
  return {
    value: {
      kind: kind.toLowerCase().startsWith("succ") ? "success" : "error",
      file: first && file !== "" ? saidInLine(first, fileAt, file.length) : undefined,
      items,
    },
    diagnostics,
  };
}

function hasColon(items: readonly StatusItem[]): boolean {
  return items.some(({ reason }) => /^[^"'].*:\s/.test(reason?.value ?? ""));
}

const oneItem = new RegExp(`^(\\s*(?:-\\s*)?["']?)(${codeDigits})(["']?\\s*:\\s*)(\\S.*)?$`);
const anyCode = new RegExp(`(?<![\\d.\\w])${codeDigits}(?![\\d\\w])`, "g");

/** `- 409: duplicate` is one code with a reason; `- 200, 204` and `200` are codes alone. */
function readItem(line: Line): readonly StatusItem[] {
  const single = oneItem.exec(line.text.trimEnd());
  if (single) {
    const [, lead = "", code = "", colon = "", reason = ""] = single;
    const at = lead.length + code.length + colon.length;
    return [
      {
        span: spanInLine(line, lead.length, lead.length + code.length),
        ...codeOf(code),
        reason: reason === "" ? undefined : saidInLine(line, at, reason.length),
      },
    ];
  }
  return [...line.text.matchAll(anyCode)].map((match) => ({
    span: spanInLine(line, match.index, match.index + 3),
    ...codeOf(match[0]),
    reason: undefined,
  }));
}
