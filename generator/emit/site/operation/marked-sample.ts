import { escaped, fragment, type Html, joinHtml } from "../../html.js";
import { idOf, memberOf, rowFindings } from "../findings.js";
import type { Page } from "../page.js";
import { part } from "../part.js";

/**
 * A sample as JSON. The name of a member that something was found of is a link to the finding,
 * where the sample has that name at one place alone.
 */
export function sampleText(page: Page, value: unknown, of: Side, anchor: string): Html {
  const text = typeof value === "string" ? value : JSON.stringify(value, undefined, 2);
  if (typeof value === "string" || page.site.findingsOf.size === 0) return escaped(text);
  const spots = new Map<number, { readonly name: string; readonly id: string }>();
  for (const { finding, index } of rowFindings(page.site, page.path, anchor)) {
    const { row } = finding;
    if (row === undefined || row.side !== of) continue;
    const name = memberOf(row);
    if (placesOf(value, name).size !== 1) continue;
    // Quotes within a text have a backslash before them: only a name is written so.
    const at = text.indexOf(`${JSON.stringify(name)}: `);
    if (at >= 0 && !spots.has(at)) spots.set(at, { name, id: idOf(anchor, index) });
  }
  const pieces: Html[] = [];
  let end = 0;
  for (const [at, { name, id }] of [...spots].sort(([a], [b]) => a - b)) {
    const key = JSON.stringify(name);
    pieces.push(escaped(text.slice(end, at)));
    pieces.push(part("sample-spot", { href: fragment(id), name: escaped(key) }));
    end = at + key.length;
  }
  return joinHtml([...pieces, escaped(text.slice(end))]);
}

type Side = "request" | "response";

/** The ways to members of a name; through a list it is one. */
function placesOf(value: unknown, name: string): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting: { readonly value: unknown; readonly way: string }[] = [{ value, way: "" }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value: at, way } = next;
    if (typeof at !== "object" || at === null) continue;
    const isList = Array.isArray(at);
    for (const [key, inner] of Object.entries(at)) {
      const inside = `${way}/${isList ? "*" : key}`;
      if (!isList && key === name) found.add(inside);
      waiting.push({ value: inner, way: inside });
    }
  }
  return found;
}
