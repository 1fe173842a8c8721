import type { Operation, Row } from "../reference.js";
import type { BodySide } from "../siblings/body.js";
import { unknownNode, type BodyMember, type BodyNode } from "../shape/node.js";
import type { Shape } from "../shape/shape.js";

/** The operations of JSON Patch (RFC 6902, section 4). */
const operations = ["add", "remove", "replace", "move", "copy", "test"] as const;

/** The members that they have. */
const names: ReadonlySet<string> = new Set(["op", "path", "value", "from"]);

const words = /\bJSON[- ]?patch\b|\bRFC[- ]?6902\b/i;

/**
 * Whether the body of a request is a JSON Patch: a list of objects with `op` and `path` and nothing
 * that is not of RFC 6902. Without a sample prose has to say so, and rows are of its members alone,
 * but for one that names the list.
 */
export function isJsonPatch({ operation, side, rows, sampled }: BodySide): boolean {
  if (side !== "request") return false;
  if (sampled !== undefined) return looksLikePatch(sampled);
  if (operation.method.value !== "PATCH" || !words.test(proseOf(operation))) return false;
  const others = rows.filter((row) => !names.has(nameInPatch(row)));
  return others.length === 0 || (others.length === 1 && others.every(isList));
}

/** The member that a row is of, below the name of the list or without it: `patch.op`, `[].op`. */
function nameInPatch({ name }: Row): string {
  return name.value.split(".").at(-1) ?? "";
}

function isList({ entry }: Row): boolean {
  return /^(?:array|list)\b/i.test(entry?.type ?? "");
}

function proseOf({ description, remarks }: Operation): string {
  return [description.markdown, ...remarks.map((remark) => remark.words)].join("\n");
}

function looksLikePatch({ kinds, items }: Shape): boolean {
  if (!kinds.has("array") || items === undefined) return false;
  const { members } = items;
  const verbs = members.get("op")?.shape.strings ?? [];
  return (
    members.has("path") &&
    verbs.length > 0 &&
    verbs.every((verb) => operations.some((known) => known === verb)) &&
    [...members.keys()].every((name) => names.has(name))
  );
}

/** The drafts before RFC 6902 named the operation by its member: `{ "remove": "/path" }`. */
const draft = /\bdraft\b/i;
/** Those from the fifth on have `op`, as the RFC: `draft-ietf-appsawg-json-patch-10`, `draft 10`. */
const asRfc = /\bdraft(?:[\w-]{0,40}json-patch-|\s+)(?:0?[5-9]|[1-9]\d)\b/gi;

/**
 * The body of a JSON Patch, with what the docs say of its members. Where they say that the form of a
 * draft is taken, too, neither `op` nor `path` has to be there.
 */
export function jsonPatch(node: BodyNode, operation: Operation): BodyNode {
  const always = !draft.test(proseOf(operation).replaceAll(asRfc, ""));
  // Without a sample rows stand beside each other, or below the row that names the list.
  const documented = [node.items, node, ...node.members.flatMap(nodesOf)].flatMap((each) => [
    ...(each?.members ?? []),
    ...(each?.items?.members ?? []),
  ]);
  const member = (name: string, required: boolean, says: Partial<BodyNode>): BodyMember => {
    const said = documented.find((each) => each.name === name)?.variants[0];
    const variant = {
      node: { ...unknownNode, ...says },
      description: said?.description ?? "",
      required,
      bounds: {},
      entry: said?.entry,
      row: said?.row,
    };
    return { name, variants: [variant], undocumented: false };
  };
  const items: BodyNode = {
    ...unknownNode,
    kinds: ["object"],
    members: [
      member("op", always, {
        kinds: ["string"],
        enumeration: { values: operations, closed: true },
      }),
      member("path", always, { kinds: ["string"] }),
      member("value", false, {}),
      member("from", false, { kinds: ["string"] }),
    ],
  };
  return { ...unknownNode, kinds: ["array"], items };
}

/**
 * The body of a request with the patches that stand in it, as its samples show: one for each ID,
 * `{ "3f2a…": [{ "op": "add", … }] }`, or below a member.
 */
export function patchesIn(node: BodyNode, { operation, side, sampled }: BodySide): BodyNode {
  if (side !== "request" || sampled === undefined) return node;
  const within = (inner: BodyNode, shape: Shape | undefined): BodyNode => {
    if (shape === undefined) return inner;
    if (looksLikePatch(shape)) return jsonPatch(inner, operation);
    const { values, items } = inner;
    // Keys that turned out to be data are members of what the samples show.
    const [first] = shape.members.values();
    const shown = shape.values ?? first?.shape;
    return {
      ...inner,
      members: inner.members.map((member) => ({
        ...member,
        variants: member.variants.map((variant) => ({
          ...variant,
          node: within(variant.node, shape.members.get(member.name)?.shape),
        })),
      })),
      values: values === undefined ? undefined : within(values, shown),
      items: items === undefined ? undefined : within(items, shape.items),
    };
  };
  return within(node, sampled);
}

function nodesOf({ variants }: BodyMember): readonly BodyNode[] {
  return variants.map(({ node }) => node);
}
