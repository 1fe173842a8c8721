// Part of restanza's server, copied as it stands. Edits are lost with the next run.
// sources sha256:819d527587dd5fb5

/**
 * Paths of templates, prefixes and requests, as segments between slashes.
 *
 * @module
 */

/** Where the service is, and what the framework has been told about paths. */
export interface Place {
  /** For example `/v2.1`. A segment with a colon takes any value, as `/:tenant` does. */
  readonly prefix: string;
  /** Whether capitals count in paths; they do unless it says no. */
  readonly caseSensitive?: boolean | undefined;
  /** Whether a slash at the end counts; it does unless it says yes. */
  readonly ignoreTrailingSlash?: boolean | undefined;
  /** Whether several slashes are one. */
  readonly ignoreDuplicateSlashes?: boolean | undefined;
  /** Whether a query may begin with `;` as well. */
  readonly useSemicolonDelimiter?: boolean | undefined;
}

/** A parameter that takes a whole segment. */
export const anything: unique symbol = Symbol("anything");

/** A word, a parameter, or a form that has parameters between words. */
export type Segment = string | RegExp | typeof anything;

/** The segments of a prefix; `/` has none. In Fastify's routes `::` is a colon. */
export function prefixSegments(prefix: string): readonly Segment[] {
  const segments = prefix.split("/").filter((segment) => segment !== "");
  return segments.map((segment) => {
    const isWord = !/[:*]/.test(segment.replaceAll("::", ""));
    return isWord ? leniently(segment.replaceAll("::", ":")) : anything;
  });
}

/**
 * The segments of a template.
 *
 *     /images/{image_id}/metadata/{key}
 *            ^ one segment each, but `{name}.{format}` has two in one: the first takes the least
 */
export function templateSegments(template: string): readonly Segment[] {
  // A slash within braces is part of a name.
  const segments = template.replace(/^\//, "").split(/\/(?![^{}/]*(?:\/[^{}/]*)*\})/);
  return segments.map((segment) => {
    if (/^\{[^{}]*\}$/.test(segment)) return anything;
    if (!/\{[^{}]*\}/.test(segment)) return leniently(segment);
    const source = segment.split(/(\{[^{}]*\})/).map((piece, index) => {
      if (index % 2 === 1) return "([^]+?)";
      return leniently(piece).replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
    });
    return new RegExp(`^${source.join("")}$`);
  });
}

/** The names of the parameters of a template, in their order. */
export function parametersOf(template: string): readonly string[] {
  return [...template.matchAll(/\{([^{}]*)\}/g)].map(([, name = ""]) => name);
}

/** The segments of a path that was asked for; undefined where percent signs encode no text. */
export function pathSegments(path: string): readonly string[] | undefined {
  const segments = path.slice(1).split("/");
  if (!path.includes("%")) return segments;
  try {
    return segments.map(decodeURIComponent);
  } catch {
    return undefined;
  }
}

/** Path and query of a request's target, which may have scheme and host (RFC 9112, 3.2.2). */
export function splitTarget(
  target: string,
  { useSemicolonDelimiter = false }: Partial<Place>,
): readonly [path: string, query: string] {
  const own = target.startsWith("/") ? target : target.replace(/^https?:\/\/[^/?#]*/i, "");
  const whole = own.includes("#") ? own.slice(0, own.indexOf("#")) : own;
  const at = useSemicolonDelimiter ? whole.search(/[?;]/) : whole.indexOf("?");
  const path = at < 0 ? whole : whole.slice(0, at);
  return [path.startsWith("/") ? path : `/${path}`, at < 0 ? "" : whole.slice(at + 1)];
}

/** What of a path stands behind the prefix, as it came. */
export function pathBelow(path: string, { prefix, ignoreDuplicateSlashes }: Place): string {
  const once = ignoreDuplicateSlashes === true ? path.replace(/\/{2,}/g, "/") : path;
  let at = 0;
  for (const _ of prefixSegments(prefix)) at = once.indexOf("/", at + 1);
  return at < 0 ? "" : once.slice(at);
}

/** Whether a path is at the prefix or below it, whatever its percent signs encode. */
export function isBelow(path: string, place: Place): boolean {
  const segments = shaped(path.split("/").slice(1), place);
  return prefixSegments(place.prefix).every((segment, index) => {
    const own = segments[index];
    if (own === undefined || typeof segment !== "string") return own !== undefined && own !== "";
    return folded(leniently(own), place) === folded(segment, place);
  });
}

/** Segments without those that do not count. */
export function shaped<Some extends Segment>(
  segments: readonly Some[],
  { ignoreDuplicateSlashes, ignoreTrailingSlash }: Place,
): readonly Some[] {
  if (ignoreDuplicateSlashes !== true && ignoreTrailingSlash !== true) return segments;
  const last = segments.length - 1;
  return segments.filter(
    (segment, index) =>
      segment !== "" || (index === last ? ignoreTrailingSlash : ignoreDuplicateSlashes) !== true,
  );
}

/** A word as it is compared. */
export function folded(word: string, { caseSensitive }: Place): string {
  return caseSensitive === false ? word.toLowerCase() : word;
}

/** Percent signs of a template that encode nothing are percent signs. */
function leniently(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
