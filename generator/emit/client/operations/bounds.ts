import type { Bounds, Microversions } from "../../../openapi/model.js";
import type { Text } from "../../text.js";
import { code, literal } from "../../text.js";
import { compareVersions } from "../../../versions/versions.js";

/** Which clients may call what has bounds: a type, and the name to import from `microversion.ts`. */
export interface Range {
  readonly text: Text<"code">;
  readonly imports: readonly ("UpTo" | "From" | "Between")[];
}

/**
 * The type argument for bounds; undefined where every client may call. Bounds that the service
 * does not have are drawn to the nearest that it has, since only those are types. Where nothing is
 * left, only a client that asks for the latest may still try.
 */
export function rangeOf(bounds: Bounds, versions: Microversions | undefined): Range | undefined {
  if (versions === undefined) return undefined;
  const { all } = versions;
  const first = all[0];
  const last = all.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const { min: from = first, max: to = last } = bounds;
  const min = all.find((version) => compareVersions(version, from) >= 0);
  const max = all.findLast((version) => compareVersions(version, to) <= 0);
  if (min === undefined || max === undefined || compareVersions(min, max) > 0)
    return { text: code`${literal("latest")}`, imports: [] };
  if (min === first && max === last) return undefined;
  if (min === first) return { text: code`UpTo<${literal(max)}>`, imports: ["UpTo"] };
  if (max === last) return { text: code`From<${literal(min)}>`, imports: ["From"] };
  return { text: code`Between<${literal(min)}, ${literal(max)}>`, imports: ["Between"] };
}
