import type { Chapter, Operation } from "../reference.js";
import { compareVersions } from "../../versions/versions.js";

/** An operation with the version of the API that its URL, or else its folder, names. */
interface Versioned {
  readonly operation: Operation;
  readonly version: string;
  /** Method and path behind the version; names of variables and a project in front do not count. */
  readonly place: string;
  readonly title: string;
  readonly deprecated: boolean;
}

/**
 * The operations of older versions of an API that stand beside a newer one, each with what to call
 * its version, `V2`. That one version follows another shows in the operations: at least half of
 * the older ones are in a newer version, too, by place or title, or are deprecated in so many
 * words. Where they are not, as with an extension that counts its versions for itself, both stand
 * on their own.
 */
export function olderVersions(chapters: readonly Chapter[]): ReadonlyMap<Operation, string> {
  const all = chapters.flatMap((chapter) =>
    chapter.operations.flatMap((operation) => versioned(operation, chapter)),
  );
  const versions = [...new Set(all.map(({ version }) => version))].toSorted(compareVersions);
  const older = new Map<Operation, string>();
  for (const version of versions.slice(0, -1)) {
    const own = all.filter((each) => each.version === version);
    const newer = all.filter((each) => compareVersions(each.version, version) > 0);
    const known = new Set(newer.flatMap(({ place, title }) => [place, title]));
    const followed = own.filter(
      ({ place, title, deprecated }) => deprecated || known.has(place) || known.has(title),
    );
    if (2 * followed.length < own.length) continue;
    for (const { operation } of own) older.set(operation, wordOf(version));
  }
  return older;
}

function versioned(operation: Operation, chapter: Chapter): readonly Versioned[] {
  const inUrl = /^\/v(\d+(?:\.\d+)?)(?=\/|$)/i.exec(operation.path);
  const version =
    inUrl?.[1] ?? /(?:^|\/)v(\d+(?:\.\d+)?)(?:-[a-z]+)?\//i.exec(operation.source)?.[1];
  if (version === undefined) return [];
  const path = operation.path
    .slice(inUrl?.[0].length ?? 0)
    .replace(/\{[^{}]*\}/g, "{}")
    .replace(/^\/\{\}(?=\/.)/, "")
    .replace(/\/$/, "");
  return [
    {
      operation,
      version: /\./.test(version) ? version : `${version}.0`,
      place: `${operation.method.value} ${path}`,
      title: operation.title.value.toLowerCase().replace(/[^a-z0-9]+/g, " "),
      deprecated: operation.deprecated || chapter.deprecated,
    },
  ];
}

/** `2.0` is `V2`, `1.1` is `V11`. */
function wordOf(version: string): string {
  return `V${version.replace(/\.0$/, "").replace(".", "")}`;
}
