// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * Versions of a service, as its version document tells them. These documents are often wrong about
 * hosts, ports, schemes and prefixes: services stand behind proxies that they do not know of. So
 * of their links only that part is believed which is below the URL that was asked.
 *
 * @module
 */
import { parseUrl } from "../request.js";
import { call, type Call, type Failure, type Success } from "../runtime.js";
import { ownClient, type Way } from "./tokens.js";

/** A version of an API. */
export interface ApiVersion {
  /** `[2, 1]` for `v2.1`. */
  readonly number: readonly number[];
  readonly url: string;
  /** The microversions that it takes, where it has any. */
  readonly minimum?: string | undefined;
  readonly maximum?: string | undefined;
}

type Members = Readonly<Record<string, unknown>>;
type Answer = Success<200 | 300, unknown> | Failure<number, unknown, boolean>;

/**
 * The versions that the document at `url` lists, the newest first; without those that are only
 * tried out. Undefined where there is no such document. A service that fails to say (5xx) rejects:
 * a guess would be kept, and what it answers 404 would pass for what is not there.
 */
export async function versionsAt(
  url: string,
  credential: Readonly<Record<string, string>>,
  way: Way,
): Promise<readonly ApiVersion[] | undefined> {
  const at = url.replace(/\/*$/, "/");
  const ask = (headers: object): Call<Answer> => {
    const client = ownClient(at, way);
    // A service says 300 of a root that has several versions.
    const kinds = { 200: "json", 300: "json" } as const;
    return call<Answer>(client, "GET /", [200, 300], { headers }, { signal: way.signal }, kinds);
  };
  // Documents are for everybody, and a few services disagree.
  const open = ask({});
  const asked = (await open).status === 401 ? ask(credential) : open;
  const answer = await asked;
  if (answer.status >= 500) await asked.orThrow();
  const listed = answer.ok ? listedIn(answer.body, answer.headers) : undefined;
  const usable = listed?.filter(({ status }) =>
    /^(stable|current|supported|deprecated)$/i.test(String(status)),
  );
  return usable
    ?.flatMap((one) => versionOf(one, at))
    .sort((one, other) => compare(other.number, one.number));
}

/** The forms of such documents: of a root, of one version, and of one before there was a form. */
function listedIn(body: unknown, headers: Headers): readonly Members[] | undefined {
  const { versions, version, id } = Object(body) as Members;
  const { values } = Object(versions) as Members;
  for (const list of [values, versions])
    if (Array.isArray(list)) return list.map(Object) as Members[];
  if (typeof version === "object" && version !== null) return [version as Members];
  if (typeof id !== "string") return undefined;
  const bounds: Record<string, string> = {};
  headers.forEach((value, name) => {
    if (/^x-openstack.*api-minimum-version$/.test(name)) bounds["min_version"] = value;
    if (/^x-openstack.*api-maximum-version$/.test(name)) bounds["version"] = value;
  });
  return [{ ...bounds, status: "CURRENT", ...(body as Members) }];
}

/** A version that lacks its name, or a link to itself, is none. */
function versionOf(members: Members, at: string): readonly ApiVersion[] {
  const number = numberOf(members["id"]);
  const links = Array.isArray(members["links"]) ? (members["links"].map(Object) as Members[]) : [];
  const self = links.find(({ rel }) => String(rel).toLowerCase() === "self")?.["href"];
  if (number === undefined || typeof self !== "string") return [];
  const { min_version, max_version, version } = members;
  const text = (value: unknown): string | undefined =>
    typeof value === "string" && value !== "" ? value : undefined;
  return [
    {
      number,
      url: below(at, self),
      minimum: text(min_version),
      maximum: text(max_version) ?? text(version),
    },
  ];
}

/**
 * Where a link leads, seen from `at`: `http://10.0.0.2:8774/v2.1/` in a document of
 * `https://cloud/compute/` is `https://cloud/compute/v2.1/`.
 */
function below(at: string, link: string): string {
  const root = new URL(at);
  const url = parseUrl(link, at) ?? root;
  // keystoneauth believes every path of the same host; a proxy may have kept the host and added to the path.
  if (url.host === root.host && url.pathname.startsWith(root.pathname))
    return root.origin + url.pathname;
  const last = /[^/]+\/?$/.exec(url.pathname)?.[0] ?? "";
  return `${root.origin}${root.pathname}${last}`;
}

/** `v2.1`, `2.1` and `v2`, which is 2.0. */
export function numberOf(words: unknown): readonly number[] | undefined {
  const said = /^v?(\d+)(?:\.(\d+))?$/.exec(String(words));
  return said ? [Number(said[1]), Number(said[2] ?? 0)] : undefined;
}

function compare(one: readonly number[], other: readonly number[]): number {
  return (one[0] ?? 0) - (other[0] ?? 0) || (one[1] ?? 0) - (other[1] ?? 0);
}
