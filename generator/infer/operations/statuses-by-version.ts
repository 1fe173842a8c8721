import type { Operation, Status } from "../reference.js";
import { intersect, isEmpty, isOpen, type Bounds } from "../../versions/versions.js";
import { boundsInTitle } from "../limits/titles.js";

/**
 * Whether all that the docs have of a body stands under headings for other microversions than those
 * at which a status is answered: `Response (microversions 1.20 - )` beside a 201 up to 1.19.
 */
export function isOfOtherVersions(
  { response, samples }: Operation,
  { minVersion, maxVersion }: Partial<Pick<Status, "minVersion" | "maxVersion">>,
): boolean {
  const bounds: Bounds = {
    ...(minVersion !== undefined && { min: minVersion }),
    ...(maxVersion !== undefined && { max: maxVersion }),
  };
  if (isOpen(bounds)) return false;
  const sections = [
    ...response.filter(({ rows }) => rows.some(({ entry }) => entry?.in === "body")),
    ...samples.filter(({ side, sample }) => side === "response" && sample.kind !== "missing"),
  ];
  return (
    sections.length > 0 &&
    sections.every(({ titles }) =>
      titles.some((title) => isEmpty(intersect(boundsInTitle(title), bounds))),
    )
  );
}
