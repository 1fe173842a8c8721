import { rememberingOf } from "../../collections/remembered.js";
import type { ApiReference, Operation } from "../reference.js";
import { type Bounds, isOpen } from "../../versions/versions.js";
import { boundsInTitle } from "./titles.js";

/** The first parts of the microversions of a service; `any`: its docs do not tell them. */
export type Majors = ReadonlySet<string> | "any";

/**
 * The first parts of this service's microversions, where its stanzas and parameters tell them:
 * `1.2` is none of theirs if they count from 2.1. Any part will do if only titles and prose have
 * microversions, and `undefined` says that nothing has: then `since version 2.3` is a release.
 */
export function majorsOf(reference: ApiReference): Majors | undefined {
  const operations = reference.chapters.flatMap((chapter) => chapter.operations);
  const stated = new Set(operations.flatMap((operation) => [...statedIn(operation)]));
  if (stated.size > 0) return stated;
  const lists = operations.flatMap((operation) => [...operation.request, ...operation.response]);
  const titled = new Set([
    ...operations.flatMap((each) => [each.title.value, ...each.ancestors]),
    ...lists.flatMap((list) => list.titles),
  ]);
  if ([...titled].some((title) => !isOpen(boundsInTitle(title)))) return "any";
  const prose = [
    ...reference.prose,
    ...reference.chapters.map((chapter) => chapter.description),
    ...operations.map((operation) => operation.description),
  ];
  const speaks = prose.some(({ passages }) =>
    passages.some(({ value }) => /\bmicro-?versions?\b|\bAPI-Version\b/i.test(value)),
  );
  return speaks ? "any" : undefined;
}

/** Those that the stanza and the parameters of an operation tell. */
const statedIn = rememberingOf((operation: Operation): ReadonlySet<string> => {
  const rows = [...operation.request, ...operation.response].flatMap((list) => list.rows);
  const versions = [
    operation.minVersion?.value,
    operation.maxVersion?.value,
    ...rows.flatMap(({ entry }) => [entry?.minVersion, entry?.maxVersion]),
  ];
  return new Set(
    versions.flatMap((version) =>
      version !== undefined && /^\d/.test(version) ? [majorOf(version)] : [],
    ),
  );
});

/** Whether bounds name microversions of the service, and any at all. */
export function isOf(majors: Majors, bounds: Bounds): boolean {
  const versions = [bounds.min, bounds.max].filter((version) => version !== undefined);
  return (
    versions.length > 0 &&
    (majors === "any" || versions.every((version) => majors.has(majorOf(version))))
  );
}

function majorOf(version: string): string {
  return version.split(".")[0] ?? "";
}
