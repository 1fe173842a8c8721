import { remembering } from "../../collections/remembering.js";
import type { MicroversionFacts, ServiceFact } from "../../facts/service-fact.js";
import { type Bounds, compareVersions } from "../../versions/versions.js";
import type { ServiceFacts } from "../model.js";
import type { VersionHeaders } from "./version-headers.js";

/** What tells whether there are microversions, and which. */
export interface Evidence {
  readonly bounds: readonly Bounds[];
  /** The prose of the docs, and of that what stands outside operations. */
  readonly passages: readonly string[];
  readonly pages: readonly string[];
  readonly service: string;
  /** Whether the settings name the service. */
  readonly named: boolean;
  readonly known: ServiceFact | undefined;
  readonly headers: VersionHeaders;
  /** Whether the settings name microversions. */
  readonly limited: boolean;
  /** Whether the settings say that versions can be asked for, or that they cannot. */
  readonly asked: boolean | undefined;
}

/**
 * The microversions of a service, and how one is asked for. Bounds alone are none: "new in version
 * 2.5" is a release of the API unless docs speak of microversions, or name a header to ask for
 * them, or it is known of the service that it has them.
 */
export function microversionsOf(evidence: Evidence): ServiceFacts["microversions"] {
  const { bounds, pages, passages, service, named, headers, known } = evidence;
  const facts = factsOf(known);
  if (!isAsked(evidence)) return undefined;
  const bound = versionsNamed(bounds);
  const told = namedInProse(passages);
  const plain = bound.length > 0 ? bound : told.toSorted(compareVersions);
  const first = plain[0];
  const highest = plain.at(-1);
  if (first === undefined || highest === undefined) return undefined;
  const major = highest.split(".")[0] ?? "";
  const last =
    [...plain, ...told]
      .filter((version) => version.startsWith(`${major}.`))
      .toSorted(compareVersions)
      .at(-1) ?? highest;
  const text = pages.join("\n");
  const base = ["0", "1"].map((minor) => `${major}.${minor}`);
  const same = plain.filter((version) => version.startsWith(`${major}.`));
  const said = base.find((version) =>
    new RegExp(`(?<![\\d.])${version.replace(".", "\\.")}(?!\\.?\\d)`).test(text),
  );
  const unasked = facts?.first?.startsWith(`${major}.`) === true ? facts.first : undefined;
  const minimum = unasked ?? said ?? (same[0] === `${major}.0` ? `${major}.0` : `${major}.1`);
  const word = facts?.word ?? known?.type ?? (named ? service : (headers.word ?? service));
  return {
    minimum,
    maximum: last,
    headers: [
      ...(isOlderAlone(facts, headers)
        ? []
        : [{ name: "OpenStack-API-Version", value: `${word} {version}` }]),
      ...olderOf(facts, headers).map((name) => ({ name, value: "{version}" })),
    ],
    ...(facts?.latest === true && { latest: true }),
  };
}

/** Every version of two parts that a bound names, ascending. */
export function versionsNamed(bounds: readonly Bounds[]): readonly string[] {
  return bounds
    .flatMap(({ min, max }) => [min, max])
    .filter((version) => version !== undefined)
    .filter((version) => /^\d+\.\d+$/.test(version))
    .toSorted(compareVersions);
}

/** Whether a version can be asked for. */
function isAsked({ asked, headers, known, limited, passages }: Evidence): boolean {
  if (asked !== undefined) return asked;
  if (headers.named || limited) return true;
  if (known?.microversions !== undefined) return factsOf(known) !== undefined;
  return passages.some((passage) =>
    /\bmicro-?versions?\b/i.test(passage.replace(supposed, "").replace(denied, "")),
  );
}

/**
 * A sentence of every version document: "If this version of the API supports microversions, the
 * maximum … This will be the empty string if microversions are not supported." It leaves open
 * whether there are any.
 */
const supposed =
  /\bif\b[^.]{0,80}\bsupports? micro-?versions?\b|\bif micro-?versions? (?:are|is) (?:not )?supported\b/gi;

/** "There are no microversions", "does not support microversions", "Microversions are not supported". */
const denied =
  /\b(?:no|without) micro-?versions\b|\b(?:do|does|is|are|has|have)(?: ?not|n['’]t) \w+ (?:any )?micro-?versions\b|\bmicro-?versions are not\b/gi;

function factsOf(known: ServiceFact | undefined): MicroversionFacts | undefined {
  const facts = known?.microversions;
  return facts === undefined || "none" in facts ? undefined : facts;
}

/** Known of the service, and not denied by docs that say how it is named in the common header. */
function isOlderAlone(facts: MicroversionFacts | undefined, { word }: VersionHeaders): boolean {
  return facts?.olderAlone === true && word === undefined;
}

function olderOf(facts: MicroversionFacts | undefined, { older }: VersionHeaders) {
  const known = facts?.older ?? [];
  const names = new Set(known.map((name) => name.toLowerCase()));
  return [...known, ...older.filter((name) => !names.has(name.toLowerCase()))];
}

/**
 * Microversions that sentences name: `from microversion 2.36 on`, `microversions, from 2.1 to 2.96`,
 * an example of the header, `OpenStack-API-Version: compute 2.36`, and Sphinx's version directives.
 */
function namedInProse(prose: readonly string[]): readonly string[] {
  return prose.flatMap(namedIn);
}

const namedIn = remembering((passage: string): readonly string[] => {
  const named =
    /\bmicroversions?\*{0,2},?\s+(?:from\s+)?`*(\d{1,4}\.\d{1,4})\b(?:`*\s+(?:to|through)\s+`*(\d{1,4}\.\d{1,4})\b)?/gi;
  const directive = /^(?:New|Changed|Removed) in version (\d{1,4}\.\d{1,4})(?=:|$)/g;
  const asked =
    /\bOpenStack-[A-Za-z-]*API-Version: *`*(?:[a-z-]+ +)?(\d{1,4}\.\d{1,4})\b(?!\.\d)/gi;
  return [named, asked, directive]
    .flatMap((pattern) => [...passage.matchAll(pattern)])
    .flatMap(([, one, two]) => [one, two].filter((version) => version !== undefined));
});
