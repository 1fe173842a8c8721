import type { Change } from "./change.js";

/** A change that is known and let pass. */
export interface Accepted {
  readonly fingerprint: string;
  /** Why it is let pass, for people. */
  readonly reason: string;
  /** The last day on which it is, `2027-01-31`; always, where there is none. */
  readonly expires?: string;
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

/** Lets pass what is accepted on a day, `2026-11-30`. */
export function accept(
  changes: readonly Change[],
  entries: readonly Accepted[],
  today: string,
): Acceptance {
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
  const { fingerprint, reason, expires } = entry;
  if (typeof fingerprint !== "string" || !/^[0-9a-f]{16}$/.test(fingerprint))
    return 'has no "fingerprint" of 16 hexadecimal digits';
  if (typeof reason !== "string" || reason.trim() === "") return 'has no "reason"';
  if (expires !== undefined && !isDay(expires))
    return 'has an "expires" that is no day (2027-01-31)';
  return undefined;
}

function isDay(value: unknown): boolean {
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
  changes: readonly Change[],
  reason: string,
  expires: string,
): string {
  const have = new Set(known.map(({ fingerprint }) => fingerprint));
  const fresh = changes
    .filter(({ fingerprint }) => !have.has(fingerprint))
    .map(({ fingerprint, id, operation, pointer }): Accepted => ({
      fingerprint,
      reason,
      expires,
      about: [id, operation && `${operation.method} ${operation.path}`, pointer]
        .filter(Boolean)
        .join(" "),
    }));
  const unique = new Map([...known, ...fresh].map((entry) => [entry.fingerprint, entry]));
  return `${JSON.stringify({ accepted: [...unique.values()] }, undefined, 2)}\n`;
}
