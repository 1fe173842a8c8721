import { type Diagnostic, report } from "../../diagnostics/diagnostic.js";
import { otherStanza } from "../../diagnostics/rules/other-stanza.js";
import type { Directive } from "../../rst/blocks.js";

/** Operations of sphinxcontrib-httpdomain, `.. http:get:: /boxes`: published, but none of os-api-ref. */
export function otherStanzas(directives: readonly Directive[]): readonly Diagnostic[] {
  return directives.flatMap(({ name, nameSpan, argument }) => {
    const [, method] = /^http:([a-z]+)$/i.exec(name) ?? [];
    const url = argument[0]?.text.trim() ?? "";
    if (method === undefined || url === "") return [];
    const call = `${method.toUpperCase()} ${url}`;
    return [report(otherStanza, nameSpan, { directive: name, call })];
  });
}
