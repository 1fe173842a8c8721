import type { Bounds } from "../../versions/versions.js";
import { mentionsIn } from "./mentions.js";
import { limitsIn } from "./sentence.js";

/**
 * The bounds that a heading states: `Share groups (since API v2.31)`, `Manage share (until API
 * v2.6)`, `Update trait (microversions 1.2 - 1.6)`. `(v2.31)` and `(deprecated since 2.36)` bind
 * nothing.
 */
export function boundsInTitle(heading: string): Bounds {
  const title = heading.slice(0, 400);
  let bounds: Bounds = {};
  for (const [, group = ""] of title.matchAll(/\(([^()]{1,100})\)/g)) {
    if (/deprecat/i.test(group)) continue;
    for (const limit of limitsIn(group))
      if (limit.subject === "") bounds = { ...limit.bounds, ...bounds };
  }
  if (bounds.min !== undefined || bounds.max !== undefined) return bounds;
  // Without parentheses: `Manage share since API v2.7`.
  const last = mentionsIn(title).at(-1);
  if (last === undefined || last.start === 0 || !last.named || title.slice(last.end).trim() !== "")
    return bounds;
  if (last.sense === "in" || /deprecat/i.test(title)) return bounds;
  return limitsIn(title.slice(last.start)).find(({ subject }) => subject === "")?.bounds ?? bounds;
}
