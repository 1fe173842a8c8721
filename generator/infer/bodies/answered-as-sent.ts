import { candidatesOf, positionsOf } from "../shape/positions.js";
import { objectAt, type Shape } from "../shape/shape.js";
import { referenceKey, type BodySide } from "../siblings/body.js";

/** What an answer has at its top beside what its sample shows, and what is known of it. */
export interface SentMember {
  readonly name: string;
  readonly shape: Shape;
}

/**
 * The members that an answer has at its top, as they were sent, though its sample has them in a list
 * only: all of its rows are entries of the request under the same names, and samples of the request
 * have each at the top. A list of resources which no row names is then that of another operation.
 */
export function answeredAsSent(answer: BodySide, request: BodySide | undefined): SentMember[] {
  if (answer.side !== "response" || answer.sampled === undefined) return [];
  if (request?.sampled === undefined || answer.rows.length === 0) return [];
  const sent = objectAt(request.sampled).members;
  const shown = objectAt(answer.sampled).members;
  const positions = positionsOf(answer.sampled);
  const members: SentMember[] = [];
  for (const row of answer.rows) {
    const name = row.name.value;
    const shape = sent.get(name)?.shape;
    const isSent = request.rows.some(
      (other) => other.name.value === name && referenceKey(other) === referenceKey(row),
    );
    const places = candidatesOf(row, positions).map(({ path }) => path);
    const inLists =
      places.length > 0 &&
      places.every(
        ([top = "", ...inside]) =>
          inside.length > 0 && shown.get(top)?.shape.kinds.has("array") === true,
      );
    if (shape === undefined || !isSent || !inLists) return [];
    members.push({ name, shape });
  }
  return members;
}
