import { createHash } from "node:crypto";
import { KnownAnswers } from "../../collections/known-answers.js";
import type * as said from "../../apiref/model.js";
import { isOpen } from "../siblings/open-resources.js";
import { answersNothing } from "../operations/shown-answers.js";
import type { Operation, ParameterEntry, Row } from "../reference.js";
import type { SortedRows } from "../rows/rows.js";
import { namesOfFreeForm } from "../words/values/free-form.js";
import type { ProseAbout } from "../words/prose-about.js";
import type { InferredBodies } from "./infer-bodies.js";

/**
 * The bodies of the last run, by the operations as they were said: an operation that is the very
 * object that it was has its body, as long as it and all that others teach are the same. Plain data,
 * so that it can be kept on disk.
 */
export interface InferenceMemory {
  /** Of all that bodies may learn from others. */
  together: string;
  bodies: Map<said.Operation, KnownBodies>;
}

export interface KnownBodies {
  /** Of what the body is made from beside the operation itself. */
  readonly own: string;
  readonly bodies: InferredBodies;
}

export function emptyInference(): InferenceMemory {
  return { together: "", bodies: new Map() };
}

/** What decides whether a body may be taken over. */
export interface BodyKeys {
  readonly together: string;
  readonly own: ReadonlyMap<Operation, string>;
}

/** Digests of what bodies are made from. Places are in none: nothing is inferred from where words stand. */
export function bodyKeys(
  operations: readonly Operation[],
  sorted: ReadonlyMap<Operation, SortedRows>,
  prose: ProseAbout,
  known: KnownAnswers,
): BodyKeys {
  const all = createHash("sha256");
  const own = new Map<Operation, string>();
  for (const operation of operations) {
    const rows = sorted.get(operation);
    const { prose: texts, tables } = prose(operation);
    const given = [rows, ...texts, ...tables.flatMap(({ values, inFull }) => [values, inFull])];
    const keys = known.of("body key", operation, given, () => {
      const seen = digestOf([whatOthersSee(operation), Object.entries(rows ?? {}).map(rowsKey)]);
      // What one operation has of another is in it by now, whoever said it.
      const alone = [seen, prose(operation), operation.remarks, operation.changes];
      return { seen, own: digestOf(alone) };
    });
    all.update(keys.seen).update("\0");
    own.set(operation, keys.own);
  }
  return { together: all.digest("base64"), own };
}

function digestOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("base64");
}

/**
 * All of an operation but what only its own body is inferred from: its description, remarks, and what
 * came when.
 */
function whatOthersSee(operation: Operation): unknown {
  const { method, path, source, document, title, ancestors, server, callback } = operation;
  const { variables, urlQuery, deprecated, minVersion, maxVersion } = operation;
  const { statuses, request, response, samples } = operation;
  return [
    [method.value, path, source, document, title.value, ancestors, server, callback, deprecated],
    [variables, urlQuery, minVersion?.value, maxVersion?.value],
    statuses.map(({ span: _span, ...status }) => status),
    [answersNothing(operation), isOpen(operation, "response")],
    namesOfFreeForm(operation.description.markdown),
    [request, response].map((lists) =>
      lists.map(({ titles, file, rows }) => [titles, file, rows.length]),
    ),
    samples.map(({ span: _span, path: file, ...link }) => [file?.value, link]),
  ];
}

function rowsKey([place, rows]: readonly [string, readonly Row[]]): unknown {
  return [
    place,
    rows.map(({ name, reference, depth, entry }) => [
      name.value,
      reference.value,
      depth,
      entry && entryKey(entry),
    ]),
  ];
}

function entryKey(entry: ParameterEntry): string {
  const known = entryKeys.get(entry);
  if (known !== undefined) return known;
  const { span: _span, description, ...words } = entry;
  const text = JSON.stringify([
    words,
    description.markdown,
    description.passages.map(({ value }) => value),
  ]);
  const key = createHash("sha256").update(text).digest("base64").slice(0, 24);
  entryKeys.set(entry, key);
  return key;
}

/** The keys of entries, many of which stand in many rows. */
const entryKeys = new WeakMap<ParameterEntry, string>();
