import { type Diagnostic, report } from "../diagnostics/diagnostic.js";
import { callbackAddress } from "../diagnostics/rules/callback-address.js";
import { gluedVariable } from "../diagnostics/rules/glued-variable.js";
import { hostInUrl } from "../diagnostics/rules/host-in-url.js";
import { unusualUrlNotation } from "../diagnostics/rules/unusual-url-notation.js";
import type { Said, Span } from "../diagnostics/span.js";
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
  return [...hosts, ...gluedFindings(url, path)];
}

/**
 * Variables that touch a word or each other within a segment. A version may (`/v{version}/images`);
 * a mark says where one ends and the other begins: `{name}.{format}`, `{id}:cancel`.
 */
function gluedFindings(url: Said<string>, path: string): readonly Diagnostic[] {
  return path.split("/").flatMap((segment) =>
    [...segment.matchAll(/\{[^{}]+\}/g)].flatMap((match) => {
      const before = segment.slice(0, match.index);
      const behind = segment.charAt(match.index + match[0].length);
      const touches = (/\w$/.test(before) && !/^v$/i.test(before)) || /[\w{]/.test(behind);
      if (!touches) return [];
      const at = url.value.indexOf(match[0]);
      const span = at < 0 ? url.span : part(url, at, at + match[0].length);
      return [report(gluedVariable, span, { name: match[0], segment })];
    }),
  );
}

function part({ span }: Said<string>, from: number, to: number): Span {
  return { ...span, start: span.start + from, end: span.start + to };
}
