import type { ApiReference } from "../reference.js";
import { serviceCalled } from "../../facts/lookup.js";
import type { ServiceFact } from "../../facts/service-fact.js";
import type { Bounds } from "../../versions/versions.js";
import { microversionsOf, versionsNamed } from "./microversions.js";
import type { Guess, ServiceFacts } from "../model.js";
import { pagesOf, passagesOf, versionHeaders, type VersionHeaders } from "./version-headers.js";

/** What the user says of the service, beyond the docs. */
export interface ServiceSettings {
  readonly service?: string;
  /** Whether the user names microversions, too. */
  readonly limited?: boolean;
  /** Whether versions can be asked for. */
  readonly asked?: boolean;
}

/**
 * What is known of the service as a whole: which one it is, its name, its microversions and their
 * headers. The settings tell first, then a version header that the docs name, then their title.
 */
export function serviceFacts(
  reference: ApiReference,
  bounds: readonly Bounds[],
  settings: ServiceSettings = {},
): Omit<ServiceFacts, "faults"> {
  const title = (reference.title ?? reference.chapters[0]?.title ?? "API").trim();
  const passages = passagesOf(reference);
  const titled = serviceOfTitle(title, passages);
  const headers = versionHeaders(reference, passages, titled);
  const known =
    settings.service === undefined
      ? isNamed(headers)
        ? headers.fact
        : titled
      : serviceCalled(kebab(settings.service));
  const service = settings.service ?? known?.type ?? headers.word ?? serviceName(title);
  const microversions = microversionsOf({
    bounds,
    passages,
    pages: pagesOf(reference),
    service,
    named: settings.service !== undefined,
    known,
    headers,
    limited: settings.limited === true,
    asked: settings.asked,
  });
  return {
    title: titleOfApi(title, known),
    service,
    known,
    microversions,
    version: microversions?.maximum ?? versionsNamed(bounds).at(-1),
    guesses: [
      ...(settings.service === undefined && !isNamed(headers)
        ? [guessOf(service, known, microversions)]
        : []),
      ...(settings.asked === undefined && microversions === undefined
        ? guessOfReleases(bounds, known)
        : []),
    ],
  };
}

/** `Welcome to keystone's documentation!` greets its readers and names no API: that is `Identity API`. */
function titleOfApi(title: string, known: ServiceFact | undefined): string {
  if (!/^\W*welcome\b/i.test(title)) return title;
  const words = (known?.type ?? serviceName(title))
    .split("-")
    .filter((word) => word !== "welcome" && word !== "api");
  return [...words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)), "API"].join(" ");
}

/** `Block Storage API V3 (CURRENT)` → `block-storage`. */
export function serviceName(title: string): string {
  const words = title
    .replace(/\([^()]*\)/g, " ")
    .split(/\bAPIs?\b|\bservices?\b/i)[0]
    ?.replace(/\b(?:openstack|welcome to|the|reference|documentation|v\d[\d.]*)\b|['’]s\b/gi, " ")
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return words?.join("-") ?? "api";
}

function kebab(words: string): string {
  return words.toLowerCase().replace(/[^a-z0-9_]+/g, "-");
}

/**
 * By what the title calls it, or by the project that the prose says it is of: "This is a reference
 * for the OpenStack Compute API which is provided by the Nova project".
 */
function serviceOfTitle(title: string, passages: readonly string[]): ServiceFact | undefined {
  const named = serviceCalled(serviceName(title));
  if (named !== undefined) return named;
  for (const passage of passages) {
    const project =
      /\bOpenStack\b[^.]{0,120}\bprovided by the ([A-Za-z][A-Za-z-]{1,30}) project\b/.exec(passage);
    const fact = project?.[1] === undefined ? undefined : serviceCalled(project[1]);
    if (fact !== undefined) return fact;
  }
  return undefined;
}

/** Whether the docs themselves name the service in a header. */
function isNamed({ word, fact }: VersionHeaders): boolean {
  return word !== undefined || fact !== undefined;
}

function guessOf(
  service: string,
  known: ServiceFact | undefined,
  microversions: ServiceFacts["microversions"],
): Guess {
  const who = known === undefined ? "" : `, ${known.project} of OpenStack`;
  return {
    words: `the service is "${service}"${who}, ${askedBy(known, microversions)}`,
    setting: "service",
  };
}

/** Docs that bind things to versions, of which neither they nor the table say whether they can be asked for. */
function guessOfReleases(
  bounds: readonly Bounds[],
  known: ServiceFact | undefined,
): readonly Guess[] {
  const versions = versionsNamed(bounds);
  const [first] = versions;
  const last = versions.at(-1);
  if (first === undefined || last === undefined || known?.microversions !== undefined) return [];
  const range = first === last ? first : `${first} to ${last}`;
  return [
    {
      words: `the docs name versions, ${range}, which are taken for releases of the API and not for microversions`,
      setting: "microversions",
    },
  ];
}

function askedBy(
  known: ServiceFact | undefined,
  microversions: ServiceFacts["microversions"],
): string {
  const [header] = microversions?.headers ?? [];
  if (microversions !== undefined && header !== undefined)
    return `with microversions asked for by \`${header.name}: ${header.value.replace("{version}", microversions.maximum)}\``;
  return known?.microversions === undefined || "none" in known.microversions
    ? "with no microversions"
    : "with microversions of which the docs name none";
}
