import type { Row } from "../reference.js";
import { type Diagnostic, report } from "../../diagnostics/diagnostic.js";
import { versionOutsideParent } from "../../diagnostics/rules/version-outside-parent.js";
import { type Bounds, intersect, isEmpty, isOpen } from "../../versions/versions.js";
import { boundsOf } from "../rows/row-bounds.js";
import type { BodyNode } from "../shape/node.js";
import type { InferredOperation } from "../model.js";

/** What a row stands in, for its finding. */
interface Outer {
  readonly name: string;
  readonly bounds: Bounds;
}

/** Rows with microversions in which their operation, or what holds them, does not exist. */
export function versionFindings(inferred: InferredOperation): readonly Diagnostic[] {
  const { operation, rows } = inferred;
  const outer: Outer = { name: `"${operation.title.value}"`, bounds: inferred.bounds };
  // A row of several places, or below several variants, is wrong only where it never exists.
  const wrong = new Map<Row, Outer>();
  const right = new Set<Row>();
  const meet = (row: Row, within: readonly Outer[]): void => {
    const own = boundsOf(row);
    const other = isOpen(own) ? undefined : within.find(({ bounds }) => excludes(bounds, own));
    if (other === undefined) right.add(row);
    else wrong.set(row, other);
  };
  for (const row of [...rows.path, ...rows.query, ...rows.header, ...rows.responseHeader])
    meet(row, [outer]);
  for (const body of [inferred.request, inferred.response])
    if (body !== undefined) visit(body.node, [outer], meet);
  return [...wrong].flatMap(([row, { name: parent, bounds }]) =>
    right.has(row)
      ? []
      : [
          report(versionOutsideParent, row.name.span, {
            name: row.name.value,
            bounds: boundsOf(row),
            parent,
            parentBounds: bounds,
          }),
        ],
  );
}

/** An entry whose own bounds hold nothing says nothing of its parent's. */
function excludes(outer: Bounds, own: Bounds): boolean {
  return !isEmpty(own) && !isEmpty(outer) && isEmpty(intersect(outer, own));
}

function visit(
  node: BodyNode,
  within: readonly Outer[],
  meet: (row: Row, within: readonly Outer[]) => void,
): void {
  for (const member of node.members)
    for (const { row, bounds, node: inner } of member.variants) {
      if (row !== undefined) meet(row, within);
      visit(
        inner,
        isOpen(bounds) ? within : [...within, { name: `"${member.name}"`, bounds }],
        meet,
      );
    }
  if (node.values !== undefined) visit(node.values, within, meet);
  if (node.items !== undefined) visit(node.items, within, meet);
}
