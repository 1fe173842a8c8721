import type { OpenApiDocument } from "./document.js";
import type { Bounds, Microversions } from "./model.js";
import { isRecord } from "./references.js";
import { compareVersions, versionsBetween } from "./versions.js";

/**
 * The microversions of a document: those that it says it has, widened where a bound in it lies
 * outside, since whatever is bound exists at some version. A document that has bounds but does not
 * say which versions there are (OpenStack's own) has those that its bounds span, from minor 0.
 */
export function readRange(document: OpenApiDocument, service: string): Microversions | undefined {
  const said = document["x-restanza"]?.microversions;
  if (document["x-restanza"]?.projected !== undefined) {
    return said && { ...said, all: versionsBetween(said.minimum, said.maximum) };
  }
  const bounds: Bounds[] = [];
  collectBounds(document, bounds);
  const ends = bounds.flatMap(({ min, max }) => [min, max].filter((end) => end !== undefined));
  const [first] = ends.toSorted(compareVersions);
  if (said === undefined) {
    const last = ends.toSorted(compareVersions).at(-1);
    const major = /^v?(\d+)\.\d+$/.exec(last ?? "")?.[1];
    if (first === undefined || last === undefined || major === undefined) return undefined;
    return {
      minimum: `${major}.0`,
      maximum: last.replace(/^v/, ""),
      all: versionsBetween(`${major}.0`, last),
      headers: [{ name: "OpenStack-API-Version", value: `${service} {version}` }],
    };
  }
  const major = majorOf(said.maximum);
  const near = (end: string | undefined) => end !== undefined && majorOf(end) === major;
  const lowest = bounds.map(({ max }) => max).filter(near);
  const highest = bounds.map(({ min }) => min).filter(near);
  const ascending = (versions: readonly (string | undefined)[]) =>
    versions.filter((version) => version !== undefined).toSorted(compareVersions);
  const minimum = ascending([said.minimum, ...lowest])[0] ?? said.minimum;
  const maximum = ascending([said.maximum, ...highest]).at(-1) ?? said.maximum;
  return { minimum, maximum, all: versionsBetween(minimum, maximum), headers: said.headers };
}

function majorOf(version: string): string | undefined {
  return /^v?(\d+)\./.exec(version)?.[1];
}

function collectBounds(value: unknown, found: Bounds[]): void {
  if (Array.isArray(value)) for (const inner of value) collectBounds(inner, found);
  else if (isRecord(value)) {
    const said = value["x-openstack"];
    if (isRecord(said)) found.push(readBounds(said));
    // What stands in examples is data, not document.
    for (const [key, inner] of Object.entries(value)) {
      if (key !== "example" && key !== "examples" && key !== "x-openstack") {
        collectBounds(inner, found);
      }
    }
  }
}

/** Bounds as they stand in any document: whatever is not text or a number says nothing. */
export function readBounds(extension: unknown): Bounds {
  if (!isRecord(extension)) return {};
  const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined);
  const min = text(extension["min-ver"]);
  const max = text(extension["max-ver"]);
  return { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
}

/**
 * Bounds as types can say them: ends that bound nothing, or that are no version of the service,
 * are open.
 */
export function usableBounds(bounds: Bounds, microversions: Microversions | undefined): Bounds {
  if (microversions === undefined) return {};
  const { minimum, maximum, all } = microversions;
  const known = (end: string | undefined) => end !== undefined && all.includes(end);
  const min = known(bounds.min) && bounds.min !== minimum ? bounds.min : undefined;
  const max = known(bounds.max) && bounds.max !== maximum ? bounds.max : undefined;
  return { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
}
