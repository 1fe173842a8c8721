import { serviceCalled } from "../../facts/lookup.js";
import { rememberingOf } from "../../collections/remembered.js";
import type { OpenApiDocument } from "../document.js";
import type { Bounds, Microversions } from "../model.js";
import { isRecord } from "../references.js";
import { compareVersions, versionsBetween } from "../versions.js";

/**
 * The microversions of a document: those that it says it has, widened where a bound in it lies
 * outside, since whatever is bound exists at some version. A document of ours that says none has
 * none, whatever is bound in it. Others do not say: OpenStack's own have those that their bounds
 * span, from minor 0, asked for as is known of the service.
 */
export function readRange(document: OpenApiDocument, service: string): Microversions | undefined {
  const extension = document["x-restanza"];
  const said = extension?.microversions;
  if (extension !== undefined && (said === undefined || extension.projected !== undefined)) {
    return (
      said && {
        ...said,
        latest: said.latest === true,
        all: versionsBetween(said.minimum, said.maximum),
      }
    );
  }
  const bounds = boundsIn(document);
  if (said === undefined) return spanned(bounds, service);
  const major = majorOf(said.maximum);
  const near = (end: string | undefined) => end !== undefined && majorOf(end) === major;
  const lowest = bounds.map(({ max }) => max).filter(near);
  const highest = bounds.map(({ min }) => min).filter(near);
  const ascending = (versions: readonly (string | undefined)[]) =>
    versions.filter((version) => version !== undefined).toSorted(compareVersions);
  const minimum = ascending([said.minimum, ...lowest])[0] ?? said.minimum;
  const maximum = ascending([said.maximum, ...highest]).at(-1) ?? said.maximum;
  const all = versionsBetween(minimum, maximum);
  return { minimum, maximum, all, headers: said.headers, latest: said.latest === true };
}

/** The versions that the bounds of a document span, which does not say how they are asked for. */
function spanned(bounds: readonly Bounds[], service: string): Microversions | undefined {
  const ends = bounds.flatMap(({ min, max }) => [min, max].filter((end) => end !== undefined));
  const last = ends.toSorted(compareVersions).at(-1);
  const major = majorOf(last ?? "");
  if (last === undefined || major === undefined || !/^v?\d+\.\d+$/.test(last)) return undefined;
  const facts = serviceCalled(service)?.microversions;
  if (facts !== undefined && "none" in facts) return undefined;
  const older = facts?.older ?? [];
  return {
    minimum: `${major}.0`,
    maximum: last.replace(/^v/, ""),
    all: versionsBetween(`${major}.0`, last),
    headers: [
      { name: "OpenStack-API-Version", value: `${facts?.word ?? service} {version}` },
      ...older.map((name) => ({ name, value: "{version}" })),
    ],
    latest: facts?.latest === true,
  };
}

function majorOf(version: string): string | undefined {
  return /^v?(\d+)\./.exec(version)?.[1];
}

/** All bounds of a document; those of each of its parts are found once. */
function boundsIn(document: OpenApiDocument): readonly Bounds[] {
  const { paths, components, ...rest } = document;
  const { schemas, ...others } = components ?? {};
  const parts = [paths, schemas].flatMap((named) =>
    Object.entries(isRecord(named) ? named : {}).flatMap(([name, part]) =>
      isData(name) ? [] : [part],
    ),
  );
  const found: Bounds[] = [];
  collectBounds([rest, others], found);
  return [...found, ...parts.flatMap((part) => boundsInPart(part))];
}

const boundsInPart = rememberingOf((part: object): readonly Bounds[] => {
  const found: Bounds[] = [];
  collectBounds(part, found);
  return found;
});

/** What stands in examples is data, not document. */
function isData(name: string): boolean {
  return name === "example" || name === "examples" || name === "x-openstack";
}

function collectBounds(value: unknown, found: Bounds[]): void {
  if (Array.isArray(value)) for (const inner of value) collectBounds(inner, found);
  else if (isRecord(value)) {
    const said = value["x-openstack"];
    if (isRecord(said)) found.push(readBounds(said));
    for (const [key, inner] of Object.entries(value)) {
      if (!isData(key)) collectBounds(inner, found);
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
