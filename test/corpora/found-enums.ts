import { fileURLToPath } from "node:url";
import { readApiReference } from "../../generator/apiref/read-api-reference.js";
import type { BodyNode, Enumeration } from "../../generator/infer/shape/node.js";
import { nothing } from "../../generator/infer/shape/shape.js";
import { readType } from "../../generator/infer/words/documented-type.js";
import { findEnumeration } from "../../generator/infer/shape/enums.js";
import { rules } from "../../generator/infer/rules.js";
import { infer } from "../../generator/infer/infer.js";
import { openTree } from "../../generator/source/disk-tree.js";
import { corpora } from "../rst/corpora.js";

/** Where an enumeration was found: `side` is `query` for a parameter of the URL. */
export interface FoundEnum extends Enumeration {
  readonly operation: string;
  readonly side: "request" | "response" | "query";
  readonly place: string;
}

/** Every enumeration that inference finds in some chapters of a service of the corpora. */
export function foundEnums(service: string, chapters: readonly string[]): readonly FoundEnum[] {
  const opening = openTree(fileURLToPath(new URL(service, corpora)));
  if (opening.kind === "refused") throw new Error(opening.reason);
  const found: FoundEnum[] = [];
  const { operations } = infer(
    readApiReference({ ...opening.tree, documents: chapters, fragments: [] }).value,
  ).value;
  for (const { operationId: operation, request, response, rows } of operations.values()) {
    for (const [side, body] of [
      ["request", request],
      ["response", response],
    ] as const)
      if (body !== undefined)
        visit(body.node, "", (enumeration, place) => {
          found.push({ operation, side, place, ...enumeration });
        });
    for (const row of rows.query) {
      const prose = row.entry?.description.markdown ?? "";
      const { kinds } = readType(row.entry?.type ?? "");
      const enumeration = findEnumeration(
        [row],
        prose,
        nothing,
        kinds,
        "request",
        rules.enumeration,
      );
      if (enumeration !== undefined)
        found.push({ operation, side: "query", place: row.name.value, ...enumeration });
    }
  }
  return found;
}

function visit(
  node: BodyNode,
  path: string,
  found: (enumeration: Enumeration, place: string) => void,
): void {
  if (node.enumeration !== undefined) found(node.enumeration, path);
  for (const { name, variants } of node.members)
    for (const variant of variants)
      visit(variant.node, path === "" ? name : `${path}.${name}`, found);
  if (node.values !== undefined) visit(node.values, `${path}.*`, found);
  if (node.items !== undefined) visit(node.items, `${path}[]`, found);
}
