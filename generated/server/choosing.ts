// Part of restanza's server, copied as it stands. Edits are lost with the next run.
// sources sha256:7cd00a7993f48c7f

/**
 * Chooses among operations that share a method and a path.
 *
 * @module
 */
import type { Body } from "./bodies.js";
import { Refusal } from "./entries.js";
import type { Pairs } from "./inputs.js";
import type { Operation } from "./prepare.js";
import type { Placed } from "./router.js";

/**
 * The operations that a request can mean, by the member of its body and by its query. `served` are
 * those of `all` that the microversion has.
 */
export function choose(
  all: readonly Placed<Operation>[],
  served: readonly Placed<Operation>[],
  query: Pairs,
  body: Body,
): readonly Placed<Operation>[] | Refusal {
  const only = served.length === 1 ? served[0]?.entry : undefined;
  if (only !== undefined && only.action === undefined) return served;
  const has = ({ entry: { action } }: Placed<Operation>): boolean =>
    action !== undefined &&
    typeof body.value === "object" &&
    body.value !== null &&
    Object.hasOwn(body.value, action);
  const byAction = served.filter(has);
  if (byAction.length > 0) return byAction;
  const others = served.filter(({ entry }) => entry.action === undefined);
  if (others.length > 0) return closest(others, query);
  const other = all.find(has)?.entry;
  if (other) return new Refusal(404, `There is no ${other.action} in this microversion.`);
  const actions = served.map(({ entry }) => entry.action ?? "").sort();
  return new Refusal(400, `body must have one of these members: ${actions.join(", ")}.`);
}

/** Those of which the query has most of what they need. */
function closest(
  operations: readonly Placed<Operation>[],
  query: Pairs,
): readonly Placed<Operation>[] {
  const there = new Set(query.map(([name]) => name));
  const met = operations.filter(({ entry }) => entry.needs.every((name) => there.has(name)));
  const most = Math.max(0, ...met.map(({ entry }) => entry.needs.length));
  const nearest = met.filter(({ entry }) => entry.needs.length === most);
  return nearest.length > 0 ? nearest : operations;
}
