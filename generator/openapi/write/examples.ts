import type { Sample } from "../../apiref/model.js";
import { boundsInWords } from "../../apiref/stanzas/version-words.js";
import type { InferredOperation, TextBody } from "../../infer/model.js";
import { type Bounds, compareVersions, previousVersion } from "../../versions/versions.js";
import type { ExampleObject, MediaTypeObject } from "../document.js";
import { Names } from "../words.js";
import { openStackBounds } from "./write-schema.js";

/** The last part of a path. */
export function fileName(source: string): string {
  return source.split("/").at(-1) ?? source;
}

/** A body that the docs show as a text, or say to be none of JSON, with what they show; what a row names it is wins. */
export function textContent(
  { mediaType, samples }: TextBody,
  named: string | undefined,
): Readonly<Record<string, MediaTypeObject>> {
  const names = new Names(["__proto__"]);
  const examples = Object.fromEntries(
    samples.flatMap(({ sample, path, caption }) =>
      sample.kind === "text"
        ? [
            [
              names.take(path === undefined ? "inline" : exampleName(sample.source), "-"),
              { ...(caption !== undefined && { summary: caption }), value: sample.text },
            ] as const,
          ]
        : [],
    ),
  );
  const type = named === undefined || /json/.test(named) ? mediaType : named;
  const isBytes = samples.length === 0 && !ofWords.test(type);
  const schema = { type: "string" as const, ...(isBytes && { format: "binary" }) };
  return { [type]: { schema, ...(samples.length > 0 && { examples }) } };
}

/** Media types of what people read; what is of another one, and nothing shows, is bytes. */
const ofWords = /^text\/|xml|yaml|javascript|x-www-form-urlencoded/i;

/** What an example is called after its file. */
function exampleName(source: string): string {
  return fileName(source)
    .replace(/\.\w+$/, "")
    .replace(/[^\w.-]+/g, "-");
}

/** JSON samples as examples, named after their files. */
export function examplesOf(
  inferred: InferredOperation,
  side: "request" | "response",
  code?: number,
): Pick<MediaTypeObject, "examples"> {
  const examples: Record<string, ExampleObject> = {};
  const links = inferred.operation.samples.filter(
    (link): link is JsonLink =>
      link.side === side &&
      link.sample.kind === "json" &&
      !link.sample.fragment &&
      (inferred.sampleCodes.get(link) ?? code) === code,
  );
  const bounds = boundsOfSamples(links);
  // `__proto__` is no name for a member of an object.
  const names = new Names(["__proto__"]);
  for (const link of links) {
    const base =
      link.path === undefined ? "inline" : fileName(link.sample.source).replace(/\.\w+$/, "");
    const version = link.sample.version;
    const plain = (version === undefined ? base : `${base}-v${version}`).replace(/[^\w.-]+/g, "-");
    const openstack = openStackBounds(bounds.get(link) ?? {});
    examples[names.take(plain, "-")] = {
      ...(link.caption !== undefined && { summary: link.caption }),
      value: link.sample.value,
      ...(openstack !== undefined && { "x-openstack": openstack }),
    };
  }
  return Object.keys(examples).length === 0 ? {} : { examples };
}

/** The examples of several bodies that are one: of those that differ under one name, each but the first has a number. */
export function joinExamples(media: readonly MediaTypeObject[]): Pick<MediaTypeObject, "examples"> {
  const names = new Names(["__proto__"]);
  const examples: Record<string, ExampleObject> = {};
  const known = new Set<string>();
  for (const [name, example] of media.flatMap((each) => Object.entries(each.examples ?? {}))) {
    const said = JSON.stringify([name, example]);
    if (known.has(said)) continue;
    known.add(said);
    examples[names.take(name, "-")] = example;
  }
  return Object.keys(examples).length === 0 ? {} : { examples };
}

type Link = InferredOperation["operation"]["samples"][number];
type JsonLink = Link & { readonly sample: Extract<Sample, { readonly kind: "json" }> };

/**
 * The microversions that samples are of. One whose caption names a range is of that. Others are of
 * the version in the name of their folder or in their caption, and of those behind it, until the
 * same sample is there for a later one; one that names none is of all before.
 */
function boundsOfSamples(links: readonly JsonLink[]): ReadonlyMap<JsonLink, Bounds> {
  const said = new Map<JsonLink, Bounds>();
  const series = new Map<string, Map<string, JsonLink[]>>();
  for (const link of links) {
    const { min, max } = boundsInWords(link.caption ?? "");
    if (min !== undefined || max !== undefined) {
      said.set(link, { ...(min !== undefined && { min }), ...(max !== undefined && { max }) });
      continue;
    }
    const own = series.get(seriesOf(link)) ?? new Map<string, JsonLink[]>();
    series.set(seriesOf(link), own);
    const version = link.sample.version ?? "";
    own.set(version, [...(own.get(version) ?? []), link]);
  }
  for (const own of series.values()) {
    const versions = [...own.keys()].toSorted((a, b) => (a === "" ? -1 : compareVersions(a, b)));
    for (const [index, version] of versions.entries()) {
      const next = versions[index + 1];
      const max = next === undefined ? undefined : previousVersion(next);
      const bounds = { ...(version !== "" && { min: version }), ...(max !== undefined && { max }) };
      for (const link of own.get(version) ?? []) said.set(link, bounds);
    }
  }
  return said;
}

/** What a sample is called at any microversion. */
function seriesOf({ path, caption = "", sample }: JsonLink): string {
  const name = path === undefined ? caption : fileName(sample.source).replace(/\.\w+$/, "");
  return name.replace(/[\s(_-]*\bv?\d+\.\d+\)?\s*$/i, "");
}
