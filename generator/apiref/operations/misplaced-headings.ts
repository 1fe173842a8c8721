import { type Diagnostic, report } from "../../diagnostics/diagnostic.js";
import { misplacedHeading } from "../../diagnostics/rules/misplaced-heading.js";
import type { Section } from "../../rst/blocks.js";
import { asksTheSame, type Scope } from "./operation-scope.js";
import { titleOf } from "../prose/titles.js";

/**
 * Operations whose heading is on another level than those of its file, so that Sphinx puts one
 * into another. The level of most of them is taken for the right one.
 */
export function misplacedHeadings(scopes: readonly Scope[]): readonly Diagnostic[] {
  const operations = new Map(
    scopes.flatMap(({ section, method }) => (section ? [[section, method] as const] : [])),
  );
  const sections = new Set(operations.keys());
  const usual = usualLevels(sections);
  const blamed = new Map<Section, Diagnostic>();
  for (const { section, method } of scopes) {
    const around = method.chain.findLast((each) => each !== section && sections.has(each));
    const outer = around && operations.get(around);
    if (section === undefined || around === undefined || outer === undefined) continue;
    // One way more to ask the same is a part of it.
    if (asksTheSame(method, outer)) continue;
    const level = usual.get(section.titleSpan.source);
    const high = section.level === level && around.level !== level;
    const [at, other] = high ? [around, section] : [section, around];
    if (blamed.has(at)) continue;
    const about = { title: titleOf(at), other: titleOf(other), high };
    blamed.set(at, report(misplacedHeading, at.titleSpan, about));
  }
  return [...blamed.values()];
}

/** The level that most of the operations of each file have; of several the outermost. */
function usualLevels(sections: ReadonlySet<Section>): ReadonlyMap<string, number> {
  const counts = new Map<string, Map<number, number>>();
  for (const { level, titleSpan } of sections) {
    const levels = counts.get(titleSpan.source) ?? new Map<number, number>();
    levels.set(level, (levels.get(level) ?? 0) + 1);
    counts.set(titleSpan.source, levels);
  }
  return new Map(
    [...counts].map(([source, levels]) => {
      const [usual] = [...levels].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
      return [source, usual?.[0] ?? 1];
    }),
  );
}
