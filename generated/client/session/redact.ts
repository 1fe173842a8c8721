// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * What may stand in a log of what must not.
 *
 * @module
 */

const hidden = "***";

/** Names of headers and members whose values nobody may read. */
const secret =
  /passw|passcode|passphrase|token|secret|credential|receipt|signature|(private|api|access)_?key|(^|[-_])key(-?\d)?$|^admin_?pass$|^user_?data$|(^|-)auth(orization)?$|cookie|^set-cookie$|^blob$|^(vnc|spice|serial|rdp)?_?console_?(url)?$/i;

/** A key that only names what it opens. */
const harmless = /^(key_name|keypairs?|sort_key|key)$/i;

/** A copy of a value that is JSON, in which secrets are hidden, URLs with a query among them. */
export function redacted(value: unknown, depth: number = 12): unknown {
  if (typeof value === "string") return withoutQueries(value);
  if (typeof value !== "object" || value === null) return value;
  if (depth === 0) return hidden;
  if (Array.isArray(value)) return value.map((item) => redacted(item, depth - 1));
  const members = Object.entries(value);
  return Object.fromEntries(
    members.map(([name, inner]) => [
      name,
      isSecret(name) && isLeaf(inner) ? hidden : redacted(inner, depth - 1),
    ]),
  );
}

/** Headers as an object, without their secrets. */
export function redactedHeaders(headers: Headers): Readonly<Record<string, string>> {
  const shown: Record<string, string> = {};
  headers.forEach((value, name) => {
    shown[name] = isSecret(name) ? hidden : withoutQueries(value);
  });
  return shown;
}

/** A body as it may be shown: JSON without secrets, at most so long; of all else how long it is. */
export function redactedBody(text: string, longest: number = 2000): string {
  let shown = `${text.length} characters`;
  try {
    shown = JSON.stringify(redacted(JSON.parse(text)));
  } catch {} // a form may hold a password, and nobody knows where
  return shown.length > longest ? `${shown.slice(0, longest)}…` : shown;
}

function isSecret(name: string): boolean {
  return secret.test(name) && !harmless.test(name);
}

/** What holds others is looked into: `token: { expires_at }`. Its lists of texts are not. */
function isLeaf(value: unknown): boolean {
  if (Array.isArray(value)) return value.some((one) => typeof one !== "object");
  return typeof value !== "object";
}

/** Links to consoles and to objects are as good as a password by their queries. */
function withoutQueries(words: string): string {
  return words.replace(
    /(\b[a-z][\w+.-]*:\/\/[^\s?"'<>]*)\?([^\s"'<>]*)/gi,
    (whole, base: string, query: string) =>
      /(^|[&=?%\w])(token|signature|sig|password|secret|temp_url_\w+|x-amz-\w+)(=|%3D)/i.test(query)
        ? `${base}?${hidden}`
        : whole,
  );
}
