import type { JsonValue } from "jsonpath-rfc9535";
import parsePath from "jsonpath-rfc9535/parser";
import { isMap, isNode, isScalar, isSeq, parseDocument, type YAMLMap } from "yaml";
import { didYouMean } from "../../diagnostics/nearest.js";
import type { Said, SourceId } from "../../diagnostics/span.js";

/** One OpenAPI Overlay, read: what it asks for, in order. */
export interface Overlay {
  readonly source: SourceId;
  readonly actions: readonly OverlayAction[];
}

/** An Action Object (Overlay 1.1): what to change, and where its target stands in the file. */
export interface OverlayAction {
  /** A JSONPath query (RFC 9535). */
  readonly target: Said<string>;
  readonly change:
    | { readonly kind: "remove" }
    | { readonly kind: "update"; readonly update: JsonValue }
    /** A JSONPath query that selects the one node to merge into those of the target. */
    | { readonly kind: "copy"; readonly from: string }
    | { readonly kind: "none" };
}

/** Why a file is no overlay, and the offset of the words at fault. */
export interface OverlayProblem {
  readonly at: number;
  readonly words: string;
}

export type OverlayReading =
  | { readonly kind: "overlay"; readonly overlay: Overlay }
  | { readonly kind: "invalid"; readonly problems: readonly OverlayProblem[] };

const actionFields = ["target", "description", "update", "copy", "remove"];

/**
 * Reads an Overlay file, JSON or YAML, as strictly as its schema has it (Overlay 1.0 and 1.1, Schema): an
 * overlay is somebody's correction, and a misspelt `update` must not pass for one that was made.
 */
export function readOverlay(source: SourceId, text: string): OverlayReading {
  const problems: OverlayProblem[] = [];
  const parsed = parse(text, problems);
  if (parsed === undefined) return { kind: "invalid", problems };
  const { root, plain } = parsed;
  const wrong = (node: unknown, words: string) => problems.push({ at: startOf(node), words });

  const version = root.get("overlay", true);
  if (version === undefined) wrong(root, "overlay is missing: the version, such as 1.0.0.");
  else if (!isScalar(version) || !/^1\.[01]\.\d+$/.test(String(version.value))) {
    wrong(version, "overlay must be 1.1.0 or 1.0.0: restanza reads Overlay 1.0 and 1.1.");
  }
  const isFirst = isScalar(version) && String(version.value).startsWith("1.0.");
  const info = root.get("info", true);
  if (!isMap(info)) wrong(info ?? root, "info must be an object with a title and a version.");
  else {
    for (const name of ["title", "version"]) {
      if (!isScalar(info.get(name, true))) wrong(info, `info.${name} is missing.`);
    }
  }
  refuseOthers(root, ["overlay", "info", "extends", "actions"], wrong);

  const actions: OverlayAction[] = [];
  const list = root.get("actions", true);
  if (!isSeq(list) || list.items.length === 0) {
    wrong(list ?? root, "actions must be a list with at least one action.");
  } else {
    list.items.forEach((item, index) => {
      if (!isMap(item)) wrong(item, `actions[${index}] must be an object with a target.`);
      else {
        const update = member(member(member(plain, "actions"), index), "update");
        const key = `actions[${index}]`;
        const action = readAction(source, item, update, key, wrong);
        const copy = item.get("copy", true);
        if (isFirst && copy !== undefined)
          wrong(copy, `${key}.copy is of Overlay 1.1: write overlay: 1.1.0.`);
        if (action !== undefined) actions.push(action);
      }
    });
  }
  if (problems.length > 0) return { kind: "invalid", problems };
  return { kind: "overlay", overlay: { source, actions } };
}

/** The file as nodes with their places, and as a plain value in which aliases are what they stand for. */
function parse(
  text: string,
  problems: OverlayProblem[],
): { readonly root: YAMLMap; readonly plain: JsonValue } | undefined {
  try {
    const document = parseDocument(text, { prettyErrors: false, logLevel: "silent" });
    for (const { message, pos } of document.errors.slice(0, 5)) {
      problems.push({ at: pos[0], words: `it is not valid YAML: ${message.split("\n", 1)[0]}` });
    }
    if (problems.length > 0) return undefined;
    // Aliases unfold at most a hundredfold, or this throws (yaml: maxAliasCount).
    const plain: JsonValue = JSON.parse(JSON.stringify(document.toJS()));
    if (isMap(document.contents)) return { root: document.contents, plain };
    problems.push({ at: 0, words: "it must be an object with overlay, info and actions." });
  } catch (error) {
    const reason = error instanceof RangeError ? "it is nested too deeply" : reasonOf(error);
    problems.push({ at: 0, words: `it cannot be read: ${reason}.` });
  }
  return undefined;
}

function readAction(
  source: SourceId,
  action: YAMLMap,
  update: JsonValue | undefined,
  key: string,
  wrong: (node: unknown, words: string) => void,
): OverlayAction | undefined {
  refuseOthers(action, actionFields, wrong, `${key}.`);
  const target = action.get("target", true);
  if (!isScalar(target) || typeof target.value !== "string") {
    wrong(target ?? action, `${key}.target must be a JSONPath, such as $.info.`);
    return undefined;
  }
  if (!isPath(target.value, target, `${key}.target`, wrong)) return undefined;
  const remove: unknown = action.get("remove");
  if (remove !== undefined && typeof remove !== "boolean") {
    wrong(action.get("remove", true), `${key}.remove must be true or false.`);
    return undefined;
  }
  const [start = 0, end = 0] = target.range ?? [];
  const said = { value: target.value, span: { source, start, end } };
  if (remove === true) return { target: said, change: { kind: "remove" } };
  const copy = action.get("copy", true);
  if (copy !== undefined) {
    const from: unknown = isScalar(copy) ? copy.value : undefined;
    if (update !== undefined) {
      wrong(copy, `${key} has update and copy: either has no effect beside the other.`);
      return undefined;
    }
    if (!isPath(from, copy, `${key}.copy`, wrong)) return undefined;
    return { target: said, change: { kind: "copy", from } };
  }
  if (update === undefined) return { target: said, change: { kind: "none" } };
  return { target: said, change: { kind: "update", update } };
}

function isPath(
  value: unknown,
  node: unknown,
  key: string,
  wrong: (node: unknown, words: string) => void,
): value is string {
  if (typeof value !== "string") {
    wrong(node, `${key} must be a JSONPath, such as $.info.`);
    return false;
  }
  try {
    parsePath(value);
    return true;
  } catch (error) {
    wrong(node, `${key} is no JSONPath (RFC 9535): ${reasonOf(error)}`);
    return false;
  }
}

/** Unknown members are refused, as the schema of Overlay does; extensions begin with `x-`. */
function refuseOthers(
  map: YAMLMap,
  known: readonly string[],
  wrong: (node: unknown, words: string) => void,
  prefix = "",
): void {
  for (const { key } of map.items) {
    const name = isScalar(key) ? String(key.value) : "";
    if (known.includes(name) || name.startsWith("x-")) continue;
    wrong(key, `${prefix}${name} is no field of an overlay.${didYouMean(name, known)}`);
  }
}

function member(value: JsonValue | undefined, name: string | number): JsonValue | undefined {
  if (Array.isArray(value)) return value[Number(name)];
  if (typeof value !== "object" || value === null) return undefined;
  return Object.hasOwn(value, name) ? value[name] : undefined;
}

function startOf(node: unknown): number {
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
