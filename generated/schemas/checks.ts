// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * What the validators need at run time.
 *
 * @module
 */

/**
 * The formats that are checked. As OpenStack's services do, `date-time` takes a time without a
 * zone, and a date alone; `uuid` also without hyphens.
 */
export const formats = {
  date: (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && !isNaN(Date.parse(text)),
  "date-time": (text: string): boolean =>
    /^\d{4}-\d\d-\d\d(?:[Tt ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?:[Zz]|[+-]\d\d(?::?\d\d)?)?)?$/.test(
      text,
    ) && !isNaN(Date.parse(text.slice(0, 10))),
  email: (text: string): boolean => /^[^\s@]+@[^\s@]+$/.test(text),
  hostname: (text: string): boolean => text.length <= 255 && /^[\w-]+(?:\.[\w-]+)*\.?$/.test(text),
  ipv4: (text: string): boolean => ipv4.test(text),
  ipv6: (text: string): boolean => isIPv6(text),
  uri: (text: string): boolean => /^[a-z][a-z\d+.-]*:[^\s]*$/i.test(text),
  uuid: (text: string): boolean =>
    /^[\da-f]{8}(-?)[\da-f]{4}\1[\da-f]{4}\1[\da-f]{4}\1[\da-f]{12}$/i.test(text),
} as const;

const octet = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
const ipv4 = new RegExp(`^${octet}(?:\\.${octet}){3}$`);

/** As a URL has them (WHATWG URL, IPv6 parsing), and behind `%` a zone (RFC 4007, 11). */
function isIPv6(text: string): boolean {
  const [, address] = /^([\da-f:.]+)(?:%[\w.~-]+)?$/i.exec(text) ?? [];
  return address !== undefined && address.includes(":") && URL.canParse(`http://[${address}]`);
}

/** The length of a text in characters, as JSON Schema counts: a surrogate pair is one. */
export function ucs2length(text: string): number {
  let length = text.length;
  for (let at = 0; at < text.length - 1; at++) {
    const isPair = (text.charCodeAt(at) & 0xfc00) === 0xd800;
    if (isPair && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00) {
      length--;
      at++;
    }
  }
  return length;
}

/** Whether two values that came from JSON are the same. */
export function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const members = new Map<string, unknown>(Object.entries(b));
  const entries = Object.entries(a);
  return (
    entries.length === members.size &&
    entries.every(([key, value]) => members.has(key) && equal(value, members.get(key)))
  );
}

/** Whether all items of a list differ: each is looked at once, however many there are. */
export function isUnique(items: readonly unknown[]): boolean {
  return new Set(items.map(keyOf)).size === items.length;
}

/** A text for what is no number, so that values are the same where these are. */
function keyOf(value: unknown): unknown {
  if (typeof value === "number") return value;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(keyOf).join(",")}]`;
  const members = Object.entries(value).map(
    ([key, each]) => `${JSON.stringify(key)}:${keyOf(each)}`,
  );
  return `{${members.sort().join(",")}}`;
}
