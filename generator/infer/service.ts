import type { ApiReference } from "../apiref/model.js";
import type { Bounds } from "./bodies/node.js";
import { compareVersions } from "../versions/versions.js";
import type { ServiceFacts } from "./model.js";

/** What is known of the service as a whole: its name, its microversions and their headers. */
export function serviceFacts(
  reference: ApiReference,
  bounds: readonly Bounds[],
): Omit<ServiceFacts, "faults"> {
  const title = (reference.title ?? reference.chapters[0]?.title ?? "API").trim();
  const prose = [
    ...reference.prose,
    ...reference.chapters.map(({ description }) => description),
  ].flatMap(({ passages }) => passages.map(({ value }) => value));
  const headers = versionHeaders(prose);
  const service = headers.service ?? serviceName(title);
  return { title, service, microversions: microversionsOf(bounds, prose, service, headers.names) };
}

/** `Block Storage API V3 (CURRENT)` → `block-storage`. */
export function serviceName(title: string): string {
  const words = title
    .replace(/\(.*?\)/g, " ")
    .split(/\bAPI\b|\bservice\b/i)[0]
    ?.replace(/\b(?:openstack|welcome to|the|reference|documentation|v\d[\d.]*)\b|['’]s\b/gi, " ")
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return words?.join("-") ?? "api";
}

/**
 * The service's word in `OpenStack-API-Version: compute 2.53`, and older headers of the form
 * `X-OpenStack-…-API-Version`, wherever the prose names them (OpenStack API SIG, microversion
 * specification).
 */
function versionHeaders(prose: readonly string[]): {
  readonly service: string | undefined;
  readonly names: readonly string[];
} {
  const names = new Set<string>();
  let service: string | undefined;
  for (const passage of prose) {
    for (const [name] of passage.matchAll(/\bX-OpenStack-[A-Za-z]+-API-Version\b/g))
      names.add(name);
    const match = /\bOpenStack-API-Version:\s*`*([a-z][a-z-]*)\s+(?:\d|latest|\[|<|\{)/i.exec(
      passage,
    );
    if (match?.[1] !== undefined) service ??= match[1].toLowerCase();
  }
  return { service, names: [...names] };
}

function microversionsOf(
  bounds: readonly Bounds[],
  prose: readonly string[],
  service: string,
  older: readonly string[],
): ServiceFacts["microversions"] {
  const named = bounds
    .flatMap(({ min, max }) => [min, max])
    .filter((version) => version !== undefined);
  const plain = named.filter((version) => /^\d+\.\d+$/.test(version)).toSorted(compareVersions);
  const first = plain[0];
  const highest = plain.at(-1);
  if (first === undefined || highest === undefined) return undefined;
  const major = highest.split(".")[0] ?? "";
  const last =
    [...plain, ...namedInProse(prose)]
      .filter((version) => version.startsWith(`${major}.`))
      .toSorted(compareVersions)
      .at(-1) ?? highest;
  const text = prose.join("\n");
  const base = ["0", "1"].map((minor) => `${major}.${minor}`);
  const same = plain.filter((version) => version.startsWith(`${major}.`));
  const said = base.find((version) =>
    new RegExp(`(?<![\\d.])${version.replace(".", "\\.")}(?!\\.?\\d)`).test(text),
  );
  const minimum = said ?? (same[0] === `${major}.0` ? `${major}.0` : `${major}.1`);
  return {
    minimum,
    maximum: last,
    headers: [
      { name: "OpenStack-API-Version", value: `${service} {version}` },
      ...older.map((name) => ({ name, value: "{version}" })),
    ],
  };
}

/** Microversions that sentences name: `from microversion 2.36 on`, `microversions, from 2.1 to 2.96`. */
function namedInProse(prose: readonly string[]): readonly string[] {
  const named =
    /\bmicroversions?\*{0,2},?\s+(?:from\s+)?`*(\d{1,4}\.\d{1,4})\b(?:`*\s+(?:to|through)\s+`*(\d{1,4}\.\d{1,4})\b)?/gi;
  return prose.flatMap((passage) =>
    [...passage.matchAll(named)].flatMap(([, one, two]) =>
      [one, two].filter((version) => version !== undefined),
    ),
  );
}
