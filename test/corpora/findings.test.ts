import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { catalogue } from "../../generator/diagnostics/catalogue.js";
import { precisionPage } from "../../generator/diagnostics/precision-page.js";
import { haveCorpora, services } from "../rst/corpora.js";
import { type FindingKey, type FoundFinding, foundFindings, keyText } from "./found-findings.js";

/** A finding that was drawn, and whether it is true of the docs: judged by eye. */
interface Reviewed extends FindingKey {
  readonly service: string;
  /** For people: where it was when it was judged. */
  readonly line: number;
  readonly right: boolean;
  readonly why: string;
}

interface Review {
  readonly found: Readonly<Record<string, number>>;
  readonly reviewed: readonly Reviewed[];
}

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), "utf8");
const { found, reviewed }: Review = JSON.parse(read("findings.json"));
const severities = new Map(catalogue.map(({ code, severity }) => [code, severity]));

describe.runIf(haveCorpora)("findings in ten real trees", () => {
  const all = new Map<string, readonly FoundFinding[]>(
    services.map((service) => [service, haveCorpora ? foundFindings(service) : []]),
  );

  test.each(services)("%s: what was judged is still found", (service) => {
    const keys = new Set((all.get(service) ?? []).map(({ key }) => keyText(key)));
    const lost = reviewed.filter((one) => one.service === service && !keys.has(keyText(one)));
    expect(lost).toEqual([]);
  });

  test("ten of each code are judged, or all; draw and judge more: scripts/draw-findings.mjs", () => {
    const counts = new Map<string, number>();
    for (const { key } of [...all.values()].flat())
      counts.set(key.code, (counts.get(key.code) ?? 0) + 1);
    const short = [...counts].filter(
      ([code, count]) => reviewed.filter((one) => one.code === code).length < Math.min(10, count),
    );
    expect(short).toEqual([]);
  });
});

test("95 of a hundred errors are true of the docs, and 90 of a hundred of all", () => {
  const share = (some: readonly Reviewed[]): number =>
    some.filter(({ right }) => right).length / some.length;
  const errors = reviewed.filter(({ code }) => severities.get(code) === "error");
  expect(errors.length).toBeGreaterThan(0);
  expect(share(errors)).toBeGreaterThanOrEqual(0.95);
  expect(share(reviewed)).toBeGreaterThanOrEqual(0.9);
});

test("no sentence of the docs is copied", () => {
  for (const { words } of reviewed) expect(words).toMatch(/^\S{1,160}(?: \S{1,80})?$/);
});

test("the table in docs/ is up to date: npm run docs", () => {
  expect(read("../../docs/precision.md")).toBe(precisionPage({ found, reviewed }, catalogue));
});
