import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { type Finding, locate } from "../../generator/diagnostics/report/finding.js";
import { type Findings, inspect } from "../../generator/pipeline/build.js";
import { corpora } from "../rst/corpora.js";

/** How a finding is known in a review: no line number is part of it, and no sentence of the docs. */
export interface FindingKey {
  readonly code: string;
  readonly file: string;
  /** The words it is about, where they are a name; a digest of them where they are more. */
  readonly words: string;
  /** Which of several findings of the same code, file and words it is, from 1. */
  readonly nth: number;
}

export interface FoundFinding {
  readonly key: FindingKey;
  readonly finding: Finding;
}

/** Every finding in a service of the corpora, in the order of its files. */
export function foundFindings(
  service: string,
  inspected: Findings = inspect({ path: fileURLToPath(new URL(service, corpora)) }, {}),
): readonly FoundFinding[] {
  const times = new Map<string, number>();
  return locate(inspected.diagnostics, inspected.textOf).map((finding) => {
    const { code, span, message } = finding.diagnostic;
    const text = span && inspected.textOf(span.source)?.slice(span.start, span.end);
    // Several findings may stand at one place, such as the keys of one sample: the first name in
    // the message tells them apart.
    const named = /"([^"]*)"/.exec(message)?.[1] ?? "";
    const words = wordsOf(text ?? message);
    const about = named === text || named === "" ? [] : [wordsOf(named)];
    const known = { code, file: span?.source ?? "", words: [words, ...about].join(" ") };
    const nth = (times.get(keyText(known)) ?? 0) + 1;
    times.set(keyText(known), nth);
    return { key: { ...known, nth }, finding };
  });
}

/** A key as one text, to compare and to sort by. */
export function keyText(key: Omit<FindingKey, "nth"> & { readonly nth?: number }): string {
  return JSON.stringify([key.code, key.file, key.words, key.nth]);
}

/**
 * Ten findings of each code, drawn as if at random but always the same: by the digest of their
 * keys, one service after the other, so that no service has them all.
 */
export function draw(
  found: ReadonlyMap<string, readonly FoundFinding[]>,
  code: string,
  count: number,
): readonly { readonly service: string; readonly found: FoundFinding }[] {
  const piles = [...found]
    .map(([service, all]) => ({
      service,
      pile: all
        .filter(({ key }) => key.code === code)
        .map((each) => ({ each, digest: digestOf(service + keyText(each.key)) }))
        .sort((a, b) => (a.digest < b.digest ? -1 : 1))
        .map(({ each }) => each),
    }))
    .sort((a, b) => (digestOf(code + a.service) < digestOf(code + b.service) ? -1 : 1));
  const drawn: { readonly service: string; readonly found: FoundFinding }[] = [];
  for (let round = 0; drawn.length < count && piles.some(({ pile }) => pile[round]); round += 1)
    for (const { service, pile } of piles) {
      const next = pile[round];
      if (next !== undefined && drawn.length < count) drawn.push({ service, found: next });
    }
  return drawn;
}

function wordsOf(text: string): string {
  return /^[\w{}:.<>/$[\]*#-]{1,80}$/.test(text) ? text : `sha256:${digestOf(text).slice(0, 12)}`;
}

function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
