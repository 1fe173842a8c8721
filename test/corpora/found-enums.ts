import { readFileSync } from "node:fs";
import type { ApiReference } from "../../generator/apiref/model.js";
import type { BodyNode, Enumeration } from "../../generator/infer/shape/node.js";
import { nothing } from "../../generator/infer/shape/shape.js";
import { readType } from "../../generator/infer/words/documented-type.js";
import { findEnumeration } from "../../generator/infer/shape/enums.js";
import { rules } from "../../generator/infer/rules.js";
import { infer } from "../../generator/infer/infer.js";

/** Where an enumeration was found: `side` is `query` for a parameter of the URL. */
export interface FoundEnum extends Enumeration {
  readonly operation: string;
  readonly side: "request" | "response" | "query";
  readonly place: string;
}

/** An enumeration and whether its prose means it: read by eye. */
interface Reviewed extends FoundEnum {
  readonly service: string;
  /** The file of the operation, which is inferred without the others. */
  readonly chapter: string;
  /** Every value is one that the prose lists for this member, and it lists no others of a closed one. */
  readonly right: boolean;
}

/** Fifty, drawn at random. */
export const enumerations: readonly Reviewed[] = JSON.parse(
  readFileSync(new URL("enums.json", import.meta.url), "utf8"),
);

/** Every enumeration that inference finds in some chapters, each the path of a file. */
export function foundEnums(
  reference: ApiReference,
  chapters: ReadonlySet<string>,
): readonly FoundEnum[] {
  const found: FoundEnum[] = [];
  const { operations } = infer({
    ...reference,
    chapters: reference.chapters.filter(({ source }) => chapters.has(source)),
  }).value;
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
