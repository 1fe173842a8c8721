import { groupBy } from "../collections/groups.js";
import { covers, type Ignore } from "../apiref/ignores.js";
import { catalogue } from "../diagnostics/catalogue.js";
import { type Diagnostic, report } from "../diagnostics/diagnostic.js";
import { nearest } from "../diagnostics/nearest.js";
import { ignoreWithoutEffect } from "../diagnostics/rules/ignore-without-effect.js";
import { ignoreWithoutReason } from "../diagnostics/rules/ignore-without-reason.js";
import type { Span } from "../diagnostics/span.js";

/**
 * Findings without those that comments in the text ask not to be told, and with one for every such
 * comment that silences nothing or does not say why.
 */
export function withoutIgnored(
  found: readonly Diagnostic[],
  ignores: readonly Ignore[],
): readonly Diagnostic[] {
  if (ignores.length === 0) return found;
  const byCode = groupBy(ignores, ({ code }) => code.value);
  // By place: a file that two documents include is read, and its comments found, twice.
  const used = new Set<string>();
  const left = found.filter(({ code, span }) => {
    const covering = (byCode.get(code) ?? []).filter((ignore) => span && covers(ignore, span));
    for (const { code: said } of covering) used.add(keyOf(said.span));
    return covering.length === 0;
  });
  const said = new Map(ignores.map((ignore) => [keyOf(ignore.code.span), ignore]));
  const reported = [...said].flatMap(([key, { code, reason }]) => [
    ...(used.has(key) ? [] : [report(ignoreWithoutEffect, code.span, about(code.value))]),
    ...(reason === "" ? [report(ignoreWithoutReason, code.span, { code: code.value })] : []),
  ]);
  return [...left, ...reported];
}

function about(code: string): { code: string; nearest: string | undefined } {
  const known = catalogue.map((rule) => rule.code);
  return { code, nearest: known.includes(code) ? undefined : nearest(code, known)[0] };
}

function keyOf({ source, start }: Span): string {
  return `${start}:${source}`;
}
