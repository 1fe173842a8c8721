import type * as said from "../../apiref/model.js";
import { groupBy } from "../../collections/groups.js";
import { type Diagnostic, report } from "../../diagnostics/diagnostic.js";
import { unplacedList } from "../../diagnostics/rules/unplaced-list.js";
import type { Operation, ParameterList } from "../reference.js";

type Lists = Pick<said.Operation, "request" | "response">;

/**
 * The lists of an operation, those that no heading or label places on the side that their rows speak
 * of. Where a response is told as such, all others are of the request. Else what a method without
 * content has in the body is of its answer (RFC 9110, 9.3.1 and 9.3.2), though the same list may
 * begin with what stands in the URL; and of several lists of a body the first is sent.
 */
export function placeLists({ method, request, response }: said.Operation): Lists {
  if (response.length > 0 || request.every(({ unplaced }) => unplaced === undefined))
    return { request, response };
  const sides = /^(?:GET|HEAD)$/.test(method.value) ? byRows(request) : byOrder(request);
  return {
    request: sides.flatMap((list) => list.request ?? []),
    response: sides.flatMap((list) => list.response ?? []),
  };
}

type Placed = Readonly<Partial<Record<said.Side, ParameterList>>>;

function byRows(lists: readonly ParameterList[]): readonly Placed[] {
  return lists.map((list): Placed => {
    if (list.unplaced === undefined) return { request: list };
    const [body, others] = [list.rows.filter(isOfBody), list.rows.filter((row) => !isOfBody(row))];
    if (body.length === 0) return { request: list };
    if (others.length === 0) return { response: list };
    return { request: { ...list, rows: others }, response: { ...list, rows: body } };
  });
}

function byOrder(lists: readonly ParameterList[]): readonly Placed[] {
  const sent = lists.findIndex(({ rows }) => rows.some(isOfBody));
  return lists.map((list, index): Placed => {
    const isAnswer =
      list.unplaced !== undefined &&
      index > sent &&
      list.rows.length > 0 &&
      list.rows.every(isOfBody);
    return isAnswer && sent !== -1 ? { response: list } : { request: list };
  });
}

const isOfBody = ({ entry }: said.Row): boolean => entry?.in === "body";

/** What is said of each list that nothing places: for what it was taken. */
export function unplacedLists({ request, response }: Operation): readonly Diagnostic[] {
  const sides = [
    ...request.map((list) => ({ list, side: "request" as const })),
    ...response.map((list) => ({ list, side: "response" as const })),
  ];
  const parts = groupBy(
    sides,
    ({ list: { unplaced } }) => unplaced && `${unplaced.source}:${unplaced.start}`,
  );
  return [...parts].flatMap(([, [first, second]]) =>
    first?.list.unplaced === undefined
      ? []
      : [report(unplacedList, first.list.unplaced, { taken: second ? "both" : first.side })],
  );
}
