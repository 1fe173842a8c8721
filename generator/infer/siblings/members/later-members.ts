import type { Row } from "../../reference.js";
import { heldBefore } from "../../words/earlier-versions.js";
import { ofTheCaller } from "./left-out.js";
import { boundsOf } from "../../rows/row-bounds.js";

/**
 * Names of members of an answer that have no bounds, and of which others tell that earlier
 * microversions do not have them:
 * - how much is used of what has a limit that came later: `totalBoxesUsed` beside `maxTotalBoxes`;
 * - the name or ID that another member held until a microversion: `kind_name` beside `kind`;
 * - what the request of the same operation takes since a microversion, and a service does not know
 *   without it.
 */
export function laterMembers(answer: readonly Row[], request: readonly Row[]): ReadonlySet<string> {
  const limits = new Set(answer.filter(isLater).flatMap(({ name }) => limited(name.value) ?? []));
  const before = new Set(
    answer.map(
      ({ name, entry }) => `${name.value}_${heldBefore(entry?.description.markdown ?? "")}`,
    ),
  );
  const given = request.filter(isLater).map(({ name }) => name.value);
  const taken = new Set(given.filter((name) => !ofTheCaller.test(name)));
  const names = answer.filter((row) => !isLater(row)).map(({ name }) => name.value);
  return new Set(
    names.filter((name) => {
      const resource = used(name);
      return (
        (resource !== undefined && limits.has(resource)) || before.has(name) || taken.has(name)
      );
    }),
  );
}

function isLater(row: Row): boolean {
  return boundsOf(row).min !== undefined;
}

/** `boxes` of `maxTotalBoxes` and `max_total_boxes`. */
function limited(name: string): string | undefined {
  return plain(/^max(?:imum)?(?=[A-Z_])_?(?:total(?=[A-Z_])_?)?(\w+)$/i.exec(name)?.[1]);
}

/** `boxes` of `totalBoxesUsed` and `total_boxes_used`. */
function used(name: string): string | undefined {
  return plain(/^total(?=[A-Z_])_?(\w+?)_?used$/i.exec(name)?.[1]);
}

const plain = (word: string | undefined): string | undefined =>
  word?.replaceAll("_", "").toLowerCase();
