import type { Change } from "./change.js";

/** A change that is known and let pass. */
export interface Accepted {
  readonly fingerprint: string;
  /** Why it is let pass, for people. */
  readonly reason: string;
  /** The last day on which it is, `2027-01-31`; always, where there is none. */
  readonly expires?: string;
  /** The service of the configuration that it is for, where several are compared; any, without. */
  readonly service?: string;
  /** What it is about, for people: nothing goes by it. */
  readonly about?: string;
}

/** What an accept file makes of changes. */
export interface Acceptance {
  /** Those that are not let pass. */
  readonly left: readonly Change[];
  readonly passed: number;
  /** Entries whose day is over, and that would have let something pass. */
  readonly expired: readonly Accepted[];
  /** Entries that are for no change that there is. */
  readonly unmatched: readonly Accepted[];
}

/** Lets pass what is accepted on a day, `2026-11-30`, for a service. */
export function accept(
  changes: readonly Change[],
  accepted: readonly Accepted[],
  today: string,
  service?: string,
): Acceptance {
  const entries = accepted.filter((one) => isFor(one, service));
  const there = new Set(changes.map(({ fingerprint }) => fingerprint));
  const isOver = ({ expires }: Accepted) => expires !== undefined && expires < today;
  const valid = new Set(
    entries.filter((entry) => !isOver(entry)).map(({ fingerprint }) => fingerprint),
  );
  const left = changes.filter(({ fingerprint }) => !valid.has(fingerprint));
  return {
    left,
    passed: changes.length - left.length,
    expired: entries.filter((entry) => isOver(entry) && there.has(entry.fingerprint)),
    unmatched: entries.filter(({ fingerprint }) => !there.has(fingerprint)),
  };
}

/** Whether an entry is for a service, or for any. */
export function isFor(entry: Accepted, service: string | undefined): boolean {
  return entry.service === undefined || entry.service === service;
}

/** Reads an accept file; a sentence says what of it is not as it must be. */
export function readAccepted(
  text: string,
): { readonly entries: readonly Accepted[] } | { readonly fault: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { fault: "it is no JSON" };
  }
  const list = isObject(value) ? value["accepted"] : undefined;
  if (!Array.isArray(list)) return { fault: 'it has no list "accepted"' };
  const entries: Accepted[] = [];
  for (const [index, entry] of list.entries()) {
    const fault = faultOf(entry);
    if (fault !== undefined) return { fault: `entry ${index + 1} of "accepted" ${fault}` };
    entries.push(entry as Accepted);
  }
  return { entries };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function faultOf(entry: unknown): string | undefined {
  if (!isObject(entry)) return "is no object";
  const { fingerprint, reason, expires, service } = entry;
  if (typeof fingerprint !== "string" || !/^[0-9a-f]{16}$/.test(fingerprint))
    return 'has no "fingerprint" of 16 hexadecimal digits';
  if (typeof reason !== "string" || reason.trim() === "") return 'has no "reason"';
  if (expires !== undefined && !isDay(expires))
    return 'has an "expires" that is no day (2027-01-31)';
  if (service !== undefined && typeof service !== "string")
    return 'has a "service" that is no name';
  return undefined;
}

/** Whether a text is a day that there is. */
export function isDay(value: unknown): boolean {
  return (
    typeof value === "string" &&
    /^\d{4}-\d{2}-\d{2}$/.test(value) &&
    !Number.isNaN(Date.parse(`${value}T00:00:00Z`))
  );
}

/**
 * The text of an accept file: the entries that are there, and one for each change that none is for,
 * whose reason somebody has to write.
 */
export function acceptedText(
  known: readonly Accepted[],
  changes: readonly { readonly change: Change; readonly service: string | undefined }[],
  reason: string,
  expires: string,
): string {
  const keyOf = ({ fingerprint, service = "" }: Accepted) => `${fingerprint} ${service}`;
  const fresh = changes.map(({ change, service }): Accepted => {
    const { fingerprint, id, operation, pointer } = change;
    return {
      fingerprint,
      reason,
      expires,
      ...(service !== undefined && { service }),
      about: [id, operation && `${operation.method} ${operation.path}`, pointer]
        .filter(Boolean)
        .join(" "),
    };
  });
  const have = new Set(known.map(keyOf));
  const all = [...known, ...fresh.filter((entry) => !have.has(keyOf(entry)))];
  const unique = new Map(all.map((entry) => [keyOf(entry), entry]));
  return `${JSON.stringify({ accepted: [...unique.values()] }, undefined, 2)}\n`;
}
