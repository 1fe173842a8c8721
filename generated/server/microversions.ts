// Part of restanza's server, copied as it stands. Edits are lost with the next run.
// sources sha256:0257908cc1991b4c

/**
 * Which microversion a request is answered in, as the API working group of OpenStack has it
 * (api-sig guideline "Microversion Specification").
 *
 * @module
 */
import { Refusal } from "./entries.js";
import type { Header } from "./entries.js";
import type { Conventions, Microversions } from "./runtime.js";

/** A microversion that client and service agreed on, and what follows from it. */
export interface Agreed {
  readonly version: string;
  /** By which it is compared with others. */
  readonly order: number;
  /** The headers by which the answer says it, and `vary` for caches. */
  readonly headers: readonly Header[];
  readonly since: (version: string) => boolean;
}

/** Where headers are looked up, by their names in lower case. */
export interface Headed {
  header(name: string): string | undefined;
}

/** How many different requests for a microversion are remembered. */
const remembered = 200;

/**
 * Agrees on the microversion that headers ask for: the strongest header that says one decides,
 * `latest` is the maximum, and no word at all the minimum. Each header is read once only.
 */
export function negotiator(
  known: Microversions | undefined,
  conventions: Conventions = {},
): (request: Headed) => Agreed | Refusal {
  if (known === undefined) {
    const none = agreedOn("", []);
    return () => none;
  }
  const names = known.headers.map(({ name }) => name.toLowerCase());
  const answers = new Map<string, Agreed | Refusal>();
  return (request) => {
    const said = names.map((name) => request.header(name));
    const key = said.length === 1 ? (said[0] ?? "\n") : said.join("\n");
    const before = answers.get(key);
    if (before !== undefined) return before;
    const answer = negotiate(known, said, conventions);
    if (answers.size >= remembered) answers.clear();
    answers.set(key, answer);
    return answer;
  };
}

function negotiate(
  known: Microversions,
  said: readonly (string | undefined)[],
  conventions: Conventions,
): Agreed | Refusal {
  const asked = askedOf(known, said, conventions);
  const { minimum, maximum } = known;
  if (asked === undefined) return agreedOn(minimum, versionHeaders(known, minimum));
  const word = conventions.latestInCapitals === true ? asked.toLowerCase() : asked;
  if (word === "latest" && known.latest === true) {
    return agreedOn(maximum, versionHeaders(known, maximum));
  }
  const version = versionIn(asked, conventions);
  if (version === undefined) {
    const message = `The microversion ${JSON.stringify(asked)} is not of the form MAJOR.MINOR.`;
    return new Refusal(conventions.malformedVersion ?? 400, message);
  }
  const headers = versionHeaders(known, version);
  if (isWithin(version, minimum, maximum)) return agreedOn(version, headers);
  const message = `Microversion ${version} is not served: ${minimum} is the first, ${maximum} the last.`;
  return new Refusal(406, message, headers);
}

/** A version as it is compared and told; undefined where the text is none. */
function versionIn(asked: string, { leadingZeros }: Conventions): string | undefined {
  const [, major = "", minor = ""] = /^(\d{1,9})\.(\d{1,9})$/.exec(asked) ?? [];
  if (major === "") return undefined;
  const version = `${Number(major)}.${Number(minor)}`;
  return version === asked || leadingZeros === "number" ? version : undefined;
}

function agreedOn(version: string, headers: readonly Header[]): Agreed {
  const order = orderOf(version);
  return { version, order, headers, since: (other) => orderOf(other) <= order };
}

/** What the headers ask for, as they say it; undefined where none speaks to this service. */
function askedOf(
  { headers }: Microversions,
  said: readonly (string | undefined)[],
  conventions: Conventions,
): string | undefined {
  let others: string | undefined;
  for (const [index, { value }] of headers.entries()) {
    const text = said[index];
    if (text === undefined) continue;
    const word = value.replace("{version}", "").trim();
    const asked = word === "" ? text.trim() : spokenTo(word, text, conventions);
    if (asked === undefined) others ??= text;
    else if (asked !== "" || conventions.wordAlone === 400) return asked;
  }
  return conventions.otherServices === 400 ? others : undefined;
}

/** One header may speak to several services, `volume 3.50, compute 2.36`, or twice to one. */
function spokenTo(
  word: string,
  text: string,
  { repeatedVersion, wordInCapitals }: Conventions,
): string | undefined {
  const parts = text.split(",").flatMap((part) => {
    const [, first = "", rest = ""] = /^\s*(\S*)\s*(.*?)\s*$/s.exec(part) ?? [];
    const isOurs = (wordInCapitals === false ? first : first.toLowerCase()) === word.toLowerCase();
    return isOurs ? [rest] : [];
  });
  return repeatedVersion === "first" ? parts[0] : parts.at(-1);
}

function versionHeaders({ headers }: Microversions, version: string): readonly Header[] {
  if (headers.length === 0) return [];
  const said = headers.map(({ name, value }): Header => [
    name.toLowerCase(),
    value.replace("{version}", version),
  ]);
  return [...said, ["vary", headers.map(({ name }) => name).join(", ")]];
}

function isWithin(version: string, from: string, upTo: string): boolean {
  const order = orderOf(version);
  return orderOf(from) <= order && order <= orderOf(upTo);
}

/** A number that is greater for a later version: 2.10 is after 2.9. */
export function orderOf(version: string): number {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major * 2 ** 30 + minor;
}
