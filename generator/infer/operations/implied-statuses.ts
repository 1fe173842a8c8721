import { successesOf } from "../../facts/lookup.js";
import type { ServiceFact } from "../../facts/service-fact.js";
import type { Operation, Status } from "../reference.js";

/** A success that the docs do not name. */
export interface ImpliedStatus {
  readonly code: number;
  /** Where the service is known to answer it instead of what its docs name. */
  readonly instead?: { readonly of: Status; readonly from: string };
}

/** What a request header brings about, in successes of GET and HEAD. */
const implied: readonly { readonly status: number; readonly headers: readonly string[] }[] = [
  // RFC 9110, section 15.3.7: a part of the content, as Range asks for it.
  { status: 206, headers: ["range"] },
  // RFC 9110, section 15.4.5: the client has already what it would be sent.
  { status: 304, headers: ["if-none-match", "if-modified-since"] },
];

/**
 * Successes that the docs do not name: those that the request headers which they document are for,
 * and those that the service is known to answer with instead of one that they name. None where the
 * docs name no success at all: then any may come.
 */
export function impliedStatuses(
  operation: Operation,
  service: ServiceFact | undefined,
): readonly ImpliedStatus[] {
  const { method, path, statuses } = operation;
  const known = new Map(statuses.map((status) => [status.code, status]));
  if (![...known.keys()].some((code) => code < 400)) return [];
  const instead = successesOf(service, method.value, path).flatMap(({ named, answered, from }) => {
    const of = known.get(named);
    return of === undefined || known.has(answered)
      ? []
      : [{ code: answered, instead: { of, from } }];
  });
  return [...broughtAbout(operation).filter(({ code }) => !known.has(code)), ...instead];
}

/** What the documented headers of a request bring about. */
function broughtAbout({ method, request }: Operation): readonly ImpliedStatus[] {
  if (!/^(?:GET|HEAD)$/.test(method.value)) return [];
  const documented = new Set(
    request
      .flatMap(({ rows }) => rows)
      .filter(({ entry }) => entry?.in === "header")
      .map(({ name }) => name.value.toLowerCase()),
  );
  return implied
    .filter(({ headers }) => headers.some((name) => documented.has(name)))
    .map(({ status }) => ({ code: status }));
}
