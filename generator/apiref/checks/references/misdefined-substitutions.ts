import { type Diagnostic, report } from "../../../diagnostics/diagnostic.js";
import { misdefinedSubstitution } from "../../../diagnostics/rules/misdefined-substitution.js";
import type { Substitution } from "../../../rst/blocks.js";
import { markedText } from "../../../rst/inline/marked-text.js";
import { normaliseName } from "../../../rst/names.js";

/**
 * Definitions of `|name|` that stand twice in a document, or for themselves, nothing or too much
 * (docutils: "Duplicate substitution definition name", "Circular substitution definition detected",
 * "Substitution definition … empty or invalid").
 */
export function misdefinedSubstitutions(all: readonly Substitution[]): readonly Diagnostic[] {
  if (all.length === 0) return [];
  const found: Diagnostic[] = [];
  const first = new Map<string, Substitution>();
  const latest = new Map<string, Substitution>();
  for (const one of all) {
    const { nameSpan, directive } = one;
    const name = one.name.split(/\s+/).join(" ");
    const tell = (fault: "twice" | "nothing" | "paragraphs"): void => {
      found.push(report(misdefinedSubstitution, nameSpan, { name, fault }));
    };
    const known = first.get(name);
    if (known === undefined) first.set(name, one);
    else if (known.nameSpan.start !== nameSpan.start || known.nameSpan.source !== nameSpan.source)
      tell("twice");
    latest.set(normaliseName(name), one);
    if (directive.name.toLowerCase() !== "replace") continue;
    if (directive.body.length === 0) tell("nothing");
    else if (directive.body.some(({ text }) => text === "")) tell("paragraphs");
  }
  return [...found, ...circles(latest)];
}

/** One finding for each circle of definitions, at the first of them. */
function circles(definitions: ReadonlyMap<string, Substitution>): readonly Diagnostic[] {
  const uses = new Map<string, readonly string[]>();
  for (const [name, one] of definitions)
    uses.set(
      name,
      usedBy(one).filter((each) => definitions.has(each)),
    );
  // What leads into no circle, and then what no circle leads to, is in none.
  const within = withoutEnds(turned(withoutEnds(uses)));
  const found: Diagnostic[] = [];
  const told = new Set<string>();
  for (const [name, one] of definitions) {
    if (!within.has(name) || told.has(name)) continue;
    const path = [name];
    for (const at of path) {
      told.add(at);
      for (const each of within.get(at) ?? []) if (!told.has(each)) path.push(each);
    }
    found.push(report(misdefinedSubstitution, one.nameSpan, { name: one.name, fault: "itself" }));
  }
  return found;
}

type Graph = ReadonlyMap<string, readonly string[]>;

/** A graph without what leads nowhere, or only to what leads nowhere. */
function withoutEnds(graph: Graph): Graph {
  const left = new Map([...graph].map(([name, to]) => [name, to.length]));
  const back = turned(graph);
  const ends = [...left].flatMap(([name, count]) => (count === 0 ? [name] : []));
  for (const name of ends) {
    left.delete(name);
    for (const each of back.get(name) ?? []) {
      const count = (left.get(each) ?? 0) - 1;
      left.set(each, count);
      if (count === 0) ends.push(each);
    }
  }
  return new Map(
    [...graph].flatMap(([name, to]) =>
      left.has(name) ? [[name, to.filter((each) => left.has(each))]] : [],
    ),
  );
}

/** Each of a graph with those that lead to it. */
function turned(graph: Graph): Graph {
  const back = new Map<string, string[]>([...graph.keys()].map((name) => [name, []]));
  for (const [name, to] of graph) for (const each of to) back.get(each)?.push(name);
  return back;
}

/** The names in a definition. */
function usedBy({ directive }: Substitution): readonly string[] {
  if (directive.name.toLowerCase() !== "replace") return [];
  const nodes = markedText(directive.body)?.nodes ?? [];
  const names = nodes.flatMap((node) => (node.kind === "substitution" ? [node.name] : []));
  return [...new Set(names.map(normaliseName))];
}
