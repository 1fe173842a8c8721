import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import type { ApiReference, Operation, SampleLink, Side } from "../../generator/apiref/model.js";
import { sideOf } from "../../generator/infer/sides/decide-sides.js";
import { rules } from "../../generator/infer/rules.js";
import type { Diagnostic } from "../../generator/diagnostics/diagnostic.js";
import { placeOf } from "../../generator/diagnostics/span.js";
import type { SourceId } from "../../generator/diagnostics/span.js";

/** What the independent reading says of one operation; see ../shared/judge/README.md. */
interface TrueOperation {
  file: string;
  line: number;
  doc: string;
  title: string | null;
  verb: string;
  path: string;
  min_version: string | null;
  max_version: string | null;
  request_params: TrueRow[];
  response_params: TrueRow[];
  success_codes: string[];
  error_codes: string[];
  request_samples: { path: string; format: string }[];
  response_samples: { path: string; format: string }[];
}
interface TrueRow {
  name: string;
  ref: string;
  in?: string;
  type?: string;
  min_version?: string | null;
  max_version?: string | null;
  undefined?: boolean;
}
interface Truth {
  ops: TrueOperation[];
  unreached_files: { file: string; ops: number }[];
  counts: { raw_directives: number };
}

/** Operations of which the other reading is wrong, and why. They must still differ. */
const truthIsWrong: Readonly<Record<string, string>> = {
  "keystone api-ref/source/v3-ext/federation/identity-provider/idp.inc:6":
    "a sentence says 409, which the other reading takes from lists only",
  "keystone api-ref/source/v3-ext/federation/identity-provider/idp.inc:191":
    "a sentence says 400, which no list has",
  "swift api-ref/source/storage-object-services.inc:634": "a sentence says 400, which no list has",
};

const formats: Readonly<Record<string, string>> = {
  json: "json",
  broken: "json-invalid",
  missing: "missing",
};

function formatOf({ sample }: SampleLink): string {
  if (sample.kind === "json" && sample.repaired) return "json-invalid";
  return formats[sample.kind] ?? "text";
}

function samplesOf(operation: Operation, side: Side): string[] {
  return operation.samples
    .filter(({ evidence, path }) => path && sideOf(rules, evidence).side === side)
    .map((sample) => `${sample.sample.source} ${formatOf(sample)}`);
}

function rowsOf(operation: Operation, side: Side): string[] {
  return operation[side].flatMap((list) =>
    list.rows.map((row) => {
      const { entry } = row;
      const bounds = `${entry?.minVersion ?? ""}..${entry?.maxVersion ?? ""}`;
      return `${row.name.value}: ${row.reference.value} ${entry ? `${entry.in ?? ""} ${entry.type} ${bounds}` : "?"}`;
    }),
  );
}

type TextOf = (source: SourceId) => string | undefined;

/** One operation as comparable lines. */
function shown(operation: Operation, textOf: TextOf): string[] {
  return [
    `${operation.source}:${placeOf(textOf(operation.source) ?? "", operation.span.start).line}`,
    `document ${operation.document}`,
    `title ${operation.title.value}`,
    `${operation.method.value} ${operation.path}`,
    `versions ${operation.minVersion?.value ?? ""}..${operation.maxVersion?.value ?? ""}`,
    `codes ${[...new Set(operation.statuses.map((status) => status.code))].sort().join(" ")}`,
    ...rowsOf(operation, "request").map((row) => `request ${row}`),
    ...rowsOf(operation, "response").map((row) => `response ${row}`),
    ...samplesOf(operation, "request").map((sample) => `request sample ${sample}`),
    ...samplesOf(operation, "response").map((sample) => `response sample ${sample}`),
  ];
}

function truthShown(operation: TrueOperation): string[] {
  const codes = [...new Set([...operation.success_codes, ...operation.error_codes])].map(Number);
  const row = (each: TrueRow): string =>
    `${each.name}: ${each.ref} ${each.undefined ? "?" : `${each.in ?? ""} ${each.type ?? ""} ${each.min_version ?? ""}..${each.max_version ?? ""}`}`;
  const sample = (each: { path: string; format: string }): string => {
    const known = ["json", "json-invalid", "missing"].includes(each.format);
    return `${each.path} ${known ? each.format : "text"}`;
  };
  return [
    `${operation.file}:${operation.line}`,
    `document ${operation.doc}`,
    `title ${operation.title ?? ""}`,
    `${operation.verb} ${operation.path}`,
    `versions ${operation.min_version ?? ""}..${operation.max_version ?? ""}`,
    `codes ${codes.sort((a, b) => a - b).join(" ")}`,
    ...operation.request_params.map((each) => `request ${row(each)}`),
    ...operation.response_params.map((each) => `response ${row(each)}`),
    ...operation.request_samples.map((each) => `request sample ${sample(each)}`),
    ...operation.response_samples.map((each) => `response sample ${sample(each)}`),
  ];
}

/** What docutils read of each tree, beside the corpora. */
const truths = new URL("../../../shared/judge/truth/", import.meta.url);

/** Holds every operation of a tree against what docutils read of it, and that nothing was lost. */
export function expectTruth(
  service: string,
  value: ApiReference,
  diagnostics: readonly Diagnostic[],
  textOf: TextOf,
): void {
  const file = fileURLToPath(new URL(`${service}.json`, truths));
  const truth: Truth = JSON.parse(readFileSync(file, "utf8"));
  const read = value.chapters.flatMap((chapter) => chapter.operations);
  const byPlace = new Map(
    read.map((operation) => {
      const lines = shown(operation, textOf);
      return [lines[0] ?? "", lines];
    }),
  );
  const differences: Record<string, string[]> = {};
  for (const operation of truth.ops) {
    const wanted = truthShown(operation);
    const got = byPlace.get(wanted[0] ?? "") ?? [];
    byPlace.delete(wanted[0] ?? "");
    if (wanted.join("\n") === got.join("\n")) continue;
    const lost = wanted.filter((line) => !got.includes(line)).map((line) => `- ${line}`);
    const added = got.filter((line) => !wanted.includes(line)).map((line) => `+ ${line}`);
    const place = `${service} ${wanted[0]}`;
    differences[place] = [...lost, ...added];
    if (lost.length + added.length === 0) differences[place] = ["another order", ...got];
  }
  for (const place of byPlace.keys()) differences[`${service} ${place}`] = ["not in the truth"];
  const excused = Object.keys(truthIsWrong).filter((place) => place.startsWith(`${service} `));
  for (const place of excused) {
    expect(differences, "an excuse that is no longer needed").toHaveProperty([place]);
    delete differences[place];
  }
  expect(differences).toEqual({});
  expect(read.map((operation) => operation.source)).toHaveLength(truth.ops.length);
  // Nothing is lost: what is in no operation is in a file that no document includes.
  const unreached = value.unreached.filter((file) => file.methods > 0);
  expect(unreached).toEqual(
    truth.unreached_files.map(({ file, ops }) => ({ source: file, methods: ops })),
  );
  const missed = unreached.reduce((sum, file) => sum + file.methods, 0);
  expect(value.methods + missed).toBe(truth.counts.raw_directives);
  expect(diagnostics.filter(({ code }) => code === "unread-operation")).toEqual([]);
}
