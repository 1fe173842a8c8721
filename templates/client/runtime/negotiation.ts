/**
 * Which microversion a client asks for that is pinned to none, where the service is not known to
 * take `latest`: the newest of the documentation, and once the service has said that it has no
 * such one, the newest that both know.
 *
 * @module
 */
import type { Client, Outgoing, Send } from "./runtime.js";

/** What the documentation knows of microversions. */
export interface Documented {
  readonly minimum: string;
  readonly maximum: string;
  /** The headers that ask for one. */
  readonly headersAt: (version: string) => Readonly<Record<string, string>>;
}

/** What stands behind a `Send` that negotiates. */
const behind = new WeakMap<Send, Send>();

/** `send` as it was before it negotiated: for clients that are pinned to a version. */
export function pinned(send: Send): Send {
  return behind.get(send) ?? send;
}

/**
 * Sends requests that ask for the newest version of the documentation. After a 406, the request is
 * sent once more, for the newest that both know, and so are all that follow: the 406 names the
 * versions of the service, else its version document does. What asks for another version, by
 * headers of its own, is sent as it is. Where a session knows what is `served`, nothing newer is asked for.
 */
export function negotiating(send: Send, documented: Documented, served?: Client["versions"]): Send {
  const { maximum, headersAt } = documented;
  const plain = pinned(send);
  let agreed = maximum;
  let settled = false;
  let discovery: Promise<Bounds | undefined> | undefined;
  const negotiate: Send = async (request, call) => {
    const asked = Object.entries(headersAt(maximum));
    if (asked.some(([name, value]) => request.headers.get(name) !== value))
      return plain(request, call);
    const known = agreed === maximum && newestOf(documented, await served?.(request.signal));
    if (known) agreed = known;
    if (agreed !== maximum) return plain(askFor(request, headersAt(agreed)), call);
    const again = settled ? undefined : copyOf(request);
    const response = await plain(request, call);
    if (response.ok) settled = true;
    if (response.status !== 406 || settled) return response;
    const named = await boundsOf(response.clone());
    // Requests that meet their 406 together share what is looked up.
    const told = named ?? (await (discovery ??= discovered(request, plain, maximum)));
    // Who was waited for has given up, not the service: the next may look again.
    if (request.signal?.aborted) discovery = undefined;
    const common = newestOf(documented, told);
    if (common === undefined) return response;
    agreed = common;
    // A body that can be read only once cannot be sent again: the next request will be right.
    if (again === undefined) return response;
    await response.body?.cancel();
    // What is read of the request afterwards is what was sent in the end.
    askFor(request, headersAt(common));
    return plain(askFor(again, headersAt(common)), call);
  };
  behind.set(negotiate, plain);
  return negotiate;
}

function askFor(request: Outgoing, headers: Readonly<Record<string, string>>): Outgoing {
  for (const [name, value] of Object.entries(headers)) request.headers.set(name, value);
  return request;
}

/** Of a request with nothing in it, or JSON, which is a text: a copy of anything else might hold a whole upload. */
function copyOf(request: Outgoing): Outgoing | undefined {
  const headers = new Headers(request.headers);
  if (request.body && !/json/i.test(headers.get("content-type") ?? "")) return undefined;
  return request instanceof Request ? request.clone() : { ...request, headers };
}

interface Bounds {
  readonly minimum: string;
  readonly maximum: string;
}

/**
 * The versions that a 406 says there are: in headers such as `OpenStack-API-Maximum-Version`, in
 * members `min_version` and `max_version` (API SIG, "Microversion Specification"), or in words,
 * "Minimum is 2.0 and maximum is 2.75", "the supported version range is: [1.1, 1.78]".
 */
async function boundsOf(response: Response): Promise<Bounds | undefined> {
  const text = await response.text();
  const end = (name: "min" | "max", range: string | undefined): string | undefined => {
    let header = "";
    response.headers.forEach((value, key) => {
      if (key.endsWith(`-api-${name}imum-version`)) header ||= value;
    });
    return (
      /\d+\.\d+$/.exec(header)?.[0] ??
      new RegExp(`\\b${name}(?:imum|_version)\\b\\D{1,20}(\\d+\\.\\d+)`, "i").exec(text)?.[1] ??
      range
    );
  };
  const range = /\brange\b\D{1,12}(\d+\.\d+)(?:,| to| -) ?(\d+\.\d+)/i.exec(text);
  const minimum = end("min", range?.[1]);
  const maximum = end("max", range?.[2]);
  return minimum === undefined || maximum === undefined ? undefined : { minimum, maximum };
}

/**
 * The versions of the service by its version document (API SIG, "Version Discovery"), which is where
 * the path of a request begins, up to the version of the API in it.
 */
async function discovered(
  { url, signal }: Outgoing,
  send: Send,
  documented: string,
): Promise<Bounds | undefined> {
  const { origin, pathname } = new URL(url);
  const root = /^.*?\/v\d+(?:\.\d+)*(?=\/|$)/.exec(pathname)?.[0];
  if (root === undefined) return undefined;
  const headers = new Headers({ accept: "application/json" });
  try {
    // A redirect might lead elsewhere, and the token is for this origin.
    const at = `${origin}${root}/`;
    const response = await send({ url: at, method: "GET", headers, redirect: "manual", signal });
    const said: unknown = await response.json();
    const [major] = documented.split(".");
    return versionsIn(said).find(({ maximum }) => maximum.split(".")[0] === major);
  } catch {
    return undefined; // the 406 is the answer
  }
}

/** All that is told in the form `{ min_version, version }` or `{ min_version, max_version }`. */
function versionsIn(said: unknown, depth: number = 4): readonly Bounds[] {
  if (typeof said !== "object" || said === null || depth === 0) return [];
  const members = new Map<string, unknown>(Object.entries(said));
  const minimum = members.get("min_version");
  const maximum = members.get("max_version") ?? members.get("version");
  const isVersion = (value: unknown): value is string =>
    typeof value === "string" && /^\d+\.\d+$/.test(value);
  const own = isVersion(minimum) && isVersion(maximum) ? [{ minimum, maximum }] : [];
  return [...own, ...[...members.values()].flatMap((inner) => versionsIn(inner, depth - 1))];
}

/** The newest version below the newest documented one that both know. */
function newestOf(
  documented: Bounds,
  served: { readonly maximum?: string | undefined } | undefined,
): string | undefined {
  if (served?.maximum === undefined || compare(served.maximum, documented.maximum) >= 0)
    return undefined;
  return compare(served.maximum, documented.minimum) < 0 ? undefined : served.maximum;
}

/** Negative, zero or positive, as `a` is before, at or after `b`; 2.10 is after 2.9. */
function compare(a: string, b: string): number {
  const [majorA = 0, minorA = 0] = a.split(".").map(Number);
  const [majorB = 0, minorB = 0] = b.split(".").map(Number);
  return majorA - majorB || minorA - minorB;
}
