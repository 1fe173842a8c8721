import { exec, type JsonValue } from "jsonpath-rfc9535";
import { type Diagnostic, type Outcome, report } from "../../diagnostics/diagnostic.js";
import { misfitOverlayAction } from "../../diagnostics/rules/misfit-overlay-action.js";
import { unmatchedOverlayAction } from "../../diagnostics/rules/unmatched-overlay-action.js";
import type { OpenApiDocument } from "../document.js";
import { malformed } from "./malformed.js";
import type { Overlay, OverlayAction } from "./read-overlay.js";
import { isRecord } from "../references.js";

/** What one action does to a selected node; `undefined` takes it away. */
type Change = (node: JsonValue) => JsonValue | undefined;

/** Selected nodes of a document as a tree of the steps that lead to them. */
interface Selection {
  isSelected: boolean;
  readonly below: Map<string | number, Selection>;
}

/**
 * Applies overlays in their order, and their actions in theirs, each to what the one before it
 * left (OpenAPI Overlay 1.1, Overlay Object). An action that selects nothing changes nothing and
 * is reported: what it corrected is no longer there, or never was.
 */
export function applyOverlays(
  document: OpenApiDocument,
  overlays: readonly Overlay[],
): Outcome<OpenApiDocument> {
  const actions = overlays.flatMap((overlay) => overlay.actions);
  if (actions.length === 0) return { value: document, diagnostics: [] };
  const diagnostics: Diagnostic[] = [];
  // As it will stand in the file: without members that are undefined.
  let value: JsonValue = JSON.parse(JSON.stringify(document));
  for (const action of actions) {
    const { value: target, span } = action.target;
    const selection = select(value, target);
    if (selection === undefined) {
      diagnostics.push(report(unmatchedOverlayAction, span, { target }));
      continue;
    }
    const reasons = new Set<string>();
    const changed = apply(value, selection, changeOf(action, value, reasons));
    if (changed !== undefined && isDocument(changed)) value = changed;
    else reasons.add(`${malformed(changed) ?? "$"} would not be what OpenAPI has there`);
    for (const reason of reasons) {
      diagnostics.push(report(misfitOverlayAction, span, { target, reason }));
    }
  }
  return { value: isDocument(value) ? value : document, diagnostics };
}

/** The nodes that a JSONPath selects, each once; `undefined` where it selects none. */
function select(document: JsonValue, path: string): Selection | undefined {
  const root: Selection = { isSelected: false, below: new Map() };
  let count = 0;
  exec(document, path, (_node, steps) => {
    let here = root;
    for (const step of steps.map(unescaped)) {
      const next = here.below.get(step) ?? { isSelected: false, below: new Map() };
      here.below.set(step, next);
      here = next;
    }
    here.isSelected = true;
    count += 1;
  });
  return count === 0 ? undefined : root;
}

/** Steps come escaped as in a normalized path (RFC 9535, 2.7): `\n` or `\u0027` in a member's name. */
function unescaped(step: string | number): string | number {
  if (typeof step === "number") return step;
  return step.replace(/\\(?:u[0-9a-f]{4}|[\\'bfnrt])/g, (escape) =>
    escape === "\\'" ? "'" : JSON.parse(`"${escape}"`),
  );
}

/** The value with every selected node changed, the inner ones first. */
function apply(
  node: JsonValue,
  { isSelected, below }: Selection,
  change: Change,
): JsonValue | undefined {
  let changed = node;
  if (Array.isArray(node)) {
    changed = node.flatMap((item, index) => {
      const inner = below.get(index);
      const made = inner === undefined ? item : apply(item, inner, change);
      return made === undefined ? [] : [made];
    });
  } else if (isObject(node) && below.size > 0) {
    changed = Object.fromEntries(
      Object.entries(node).flatMap(([name, member]) => {
        const inner = below.get(name);
        const made = inner === undefined ? member : apply(member, inner, change);
        return made === undefined ? [] : [[name, made]];
      }),
    );
  }
  return isSelected ? change(changed) : changed;
}

function changeOf({ change }: OverlayAction, document: JsonValue, reasons: Set<string>): Change {
  if (change.kind === "remove") return () => undefined;
  const update = updateOf(change, document, reasons);
  return (node) => {
    if (update === undefined) return node;
    if (Array.isArray(node)) return node.concat(Array.isArray(update) ? update : [update]);
    if (isObject(node) === isObject(update)) return merged(node, update);
    reasons.add(isObject(node) ? "only an object fits an object" : "no object fits there");
    return node;
  };
}

/** What is to be merged: as the action says it, or as it stands in the document. */
function updateOf(
  change: Exclude<OverlayAction["change"], { readonly kind: "remove" }>,
  document: JsonValue,
  reasons: Set<string>,
): JsonValue | undefined {
  if (change.kind === "update") return change.update;
  if (change.kind === "none") {
    reasons.add("it says neither update nor copy nor remove");
    return undefined;
  }
  const nodes: JsonValue[] = [];
  exec(document, change.from, (node) => {
    nodes.push(node);
  });
  const [only] = nodes;
  if (nodes.length === 1) return only;
  reasons.add(`${change.from} selects ${nodes.length} nodes to copy, and not one`);
  return undefined;
}

/**
 * Objects are merged member by member, arrays are joined, all else is replaced (Overlay 1.1, Action
 * Object). Where the kinds differ the new one replaces the old,
 * since `type: string` becomes `type: [string, "null"]` that way; but a member without a value, as
 * the specification's own examples have it, does not take away an object or an array.
 */
function merged(old: JsonValue, update: JsonValue): JsonValue {
  if (isObject(old) && isObject(update)) {
    const members = new Map(Object.entries(old));
    for (const [name, member] of Object.entries(update)) {
      const known = members.get(name);
      members.set(name, known === undefined ? member : merged(known, member));
    }
    return Object.fromEntries(members);
  }
  if (Array.isArray(old) && Array.isArray(update)) return [...old, ...update];
  return update === null && typeof old === "object" ? old : update;
}

function isDocument(value: unknown): value is OpenApiDocument {
  return malformed(value) === undefined;
}

function isObject(value: JsonValue): value is { [key: string]: JsonValue } {
  return isRecord(value);
}
