import type { Operation } from "../reference.js";

/** What a request header brings about, in successes of GET and HEAD. */
const implied: readonly { readonly status: number; readonly headers: readonly string[] }[] = [
  // RFC 9110, section 15.3.7: a part of the content, as Range asks for it.
  { status: 206, headers: ["range"] },
  // RFC 9110, section 15.4.5: the client has already what it would be sent.
  { status: 304, headers: ["if-none-match", "if-modified-since"] },
];

/**
 * Successes that the docs do not name, and that the request headers which they document are for.
 * None where the docs name no success at all: then any may come.
 */
export function impliedStatuses({ method, request, statuses }: Operation): readonly number[] {
  if (!/^(?:GET|HEAD)$/.test(method.value)) return [];
  const known = new Set(statuses.map(({ code }) => code));
  if (![...known].some((code) => code < 400)) return [];
  const documented = new Set(
    request
      .flatMap(({ rows }) => rows)
      .filter(({ entry }) => entry?.in === "header")
      .map(({ name }) => name.value.toLowerCase()),
  );
  return implied
    .filter(
      ({ status, headers }) => !known.has(status) && headers.some((name) => documented.has(name)),
    )
    .map(({ status }) => status);
}
