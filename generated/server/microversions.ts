// Part of restanza's server, copied as it stands. Edits are lost with the next run.
// sources sha256:940ee593d2d0e276

/**
 * Which microversion a request is answered in, as the API working group of OpenStack has it
 * (api-sig guideline "Microversion Specification").
 *
 * @module
 */
import type { Microversions } from "./runtime.js";

export type Negotiation =
  | { readonly version: string }
  | { readonly status: 400 | 406; readonly message: string; readonly asked: string };

/**
 * The microversion that the headers ask for: the strongest header that says one decides, `latest`
 * is the maximum, and no word at all the minimum.
 */
export function negotiate(microversions: Microversions, headers: Headers): Negotiation {
  const asked = askedOf(microversions, headers);
  if (asked === undefined) return { version: microversions.minimum };
  if (asked.toLowerCase() === "latest") return { version: microversions.maximum };
  if (!/^\d{1,9}\.\d{1,9}$/.test(asked)) {
    const message = `The microversion ${JSON.stringify(asked)} is not of the form MAJOR.MINOR.`;
    return { status: 400, message, asked };
  }
  const { minimum, maximum } = microversions;
  if (isWithin(asked, minimum, maximum)) return { version: asked };
  const message = `Microversion ${asked} is not served: ${minimum} is the first, ${maximum} the last.`;
  return { status: 406, message, asked };
}

function askedOf({ headers: known }: Microversions, headers: Headers): string | undefined {
  for (const { name, value } of known) {
    const said = headers.get(name);
    if (said === null) continue;
    const word = value.replace("{version}", "").trim().toLowerCase();
    if (word === "") return said.trim();
    // One header may speak to several services: `volume 3.50, compute 2.36`.
    for (const part of said.split(",")) {
      const [first = "", second = ""] = part.trim().split(/\s+/);
      if (first.toLowerCase() === word) return second;
    }
  }
  return undefined;
}

/** The headers by which an answer says its microversion, and `vary` for caches. */
export function versionHeaders(
  { headers }: Microversions,
  version: string,
): Record<string, string> {
  const said = headers.map(({ name, value }) => [
    name.toLowerCase(),
    value.replace("{version}", version),
  ]);
  const vary = headers.map(({ name }) => name).join(", ");
  return headers.length === 0 ? {} : { ...Object.fromEntries(said), vary };
}

/** Whether `version` lies between the bounds, which belong to it; an open one never excludes. */
export function isWithin(version: string, from?: string, upTo?: string): boolean {
  return (
    (from === undefined || compare(from, version) <= 0) &&
    (upTo === undefined || compare(version, upTo) <= 0)
  );
}

/** Negative, zero or positive, as `a` is before, at or after `b`; 2.10 is after 2.9. */
export function compare(a: string, b: string): number {
  const [majorA = 0, minorA = 0] = a.split(".").map(Number);
  const [majorB = 0, minorB = 0] = b.split(".").map(Number);
  return majorA - majorB || minorA - minorB;
}
