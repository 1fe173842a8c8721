import { type Diagnostic, report } from "../../../diagnostics/diagnostic.js";
import { callbackAddress } from "../../../diagnostics/rules/callback-address.js";
import { gluedVariable } from "../../../diagnostics/rules/glued-variable.js";
import { hostInUrl } from "../../../diagnostics/rules/host-in-url.js";
import { unusualUrlNotation } from "../../../diagnostics/rules/unusual-url-notation.js";
import { unusualUrlSign } from "../../../diagnostics/rules/unusual-url-sign.js";
import type { Said, Span } from "../../../diagnostics/span.js";
import type { Notation, Url } from "./url.js";

/** What is written in the URL in another way than os-api-ref and OpenAPI do, and what mends it. */
export function notationFindings(
  url: Said<string>,
  notations: readonly Notation[],
): readonly Diagnostic[] {
  let from = 0;
  return notations.flatMap(({ written, meant }) => {
    const at = url.value.indexOf(written, from);
    if (at < 0) return [];
    from = at + written.length;
    const span = part(url, at, from);
    return [report(unusualUrlNotation, span, { written, meant }, [{ span, text: meant }])];
  });
}

/** A URL that is more than a path of the service, and variables that touch their neighbours. */
export function addressFindings(
  url: Said<string>,
  { server, callback, path }: Pick<Url, "server" | "callback" | "path">,
): readonly Diagnostic[] {
  if (callback) return [report(callbackAddress, url.span, { url: url.value })];
  const hosts = server === undefined ? [] : [report(hostInUrl, url.span, { server, path })];
  return [...hosts, ...gluedFindings(url, path), ...signFindings(url, path)];
}

/** Signs that no path has, in what is left of a URL when all that is known of notations was read. */
function signFindings(url: Said<string>, path: string): readonly Diagnostic[] {
  let from = 0;
  // A variable may have a slash in it: `{id / name}`.
  const segments = path.replaceAll(/\{[^{}]+\}/g, "{}").split("/");
  return segments.flatMap((segment) => {
    const [sign] = /[[\]()|^\\"<>#*`{}]|\.{3}|\u2026/.exec(segment.replaceAll("{}", "")) ?? [];
    if (sign === undefined) return [];
    const at = url.value.indexOf(sign, from);
    if (at >= 0) from = at + sign.length;
    const span = at < 0 ? url.span : part(url, at, from);
    return [report(unusualUrlSign, span, { sign, segment: shown(segment) })];
  });
}

/**
 * Variables that touch a word or each other within a segment. A version may (`/v{version}/images`);
 * a mark says where one ends and the other begins: `{name}.{format}`, `{id}:cancel`.
 */
function gluedFindings(url: Said<string>, path: string): readonly Diagnostic[] {
  let from = 0;
  return path.split("/").flatMap((segment) => {
    const told = new Set<string>();
    return [...segment.matchAll(/\{[^{}]+\}/g)].flatMap(({ 0: name, index }) => {
      const before = segment.charAt(index - 1);
      const behind = segment.charAt(index + name.length);
      const isVersion = index === 1 && /v/i.test(before);
      const touches = (/\w/.test(before) && !isVersion) || /[\w{]/.test(behind);
      // One that stands there again and again is told once.
      if (!touches || told.has(name)) return [];
      told.add(name);
      const at = url.value.indexOf(name, from);
      if (at >= 0) from = at + name.length;
      const span = at < 0 ? url.span : part(url, at, from);
      return [report(gluedVariable, span, { name, segment: shown(segment) })];
    });
  });
}

/** A segment as a message shows it. */
function shown(segment: string): string {
  return segment.length > 100 ? `${segment.slice(0, 99)}…` : segment;
}

function part({ span }: Said<string>, from: number, to: number): Span {
  return { ...span, start: span.start + from, end: span.start + to };
}
