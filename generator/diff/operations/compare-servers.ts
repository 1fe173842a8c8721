import type { OpenApiDocument } from "../../openapi/document.js";
import type { OperationModel } from "../../openapi/model.js";
import { isRecord } from "../../openapi/references.js";
import { operationsIn } from "../../openapi/select.js";
import type { Difference } from "../difference.js";
import { normalisedPath } from "./match.js";
import { basePathAdded, basePathRemoved, hostAdded, hostRemoved } from "../rules/servers.js";

/** Where something is called: base paths, and the hosts that are named. */
export interface Addresses {
  readonly paths: readonly string[];
  readonly hosts: readonly string[];
}

/** The addresses of a document, and those of each operation: its own, those of its path, or all's. */
export class Servers {
  readonly all: Addresses;
  readonly #own = new Map<string, Addresses>();

  constructor(document: OpenApiDocument) {
    this.all = addressesOf(document.servers);
    for (const { path, method, operation } of operationsIn(document)) {
      const own = serversIn(operation) ?? serversIn(document.paths[path]);
      if (own !== undefined) this.#own.set(`${method.toUpperCase()} ${path}`, addressesOf(own));
    }
  }

  of({ method, path }: OperationModel): Addresses {
    return this.#own.get(`${method} ${path}`) ?? this.all;
  }

  /** Method and all that is called below a host, whose variables have no names: `GET /v1/boxes/{}`. */
  urlsOf(model: OperationModel): string {
    const urls = this.of(model).paths.map((base) =>
      normalisedPath(`${base === "/" ? "" : base}${model.path}`),
    );
    return `${model.method} ${urls.join(" ")}`;
  }
}

/**
 * The addresses of an operation on both sides. What went from base paths to its own path, or came
 * from there, is called as before: then hosts alone are left.
 */
export function addressesOfPair(
  servers: { readonly old: Servers; readonly new: Servers },
  pair: { readonly old: OperationModel; readonly new: OperationModel },
): { readonly old: Addresses; readonly new: Addresses } {
  const [old, now] = [servers.old.of(pair.old), servers.new.of(pair.new)];
  if (servers.old.urlsOf(pair.old) !== servers.new.urlsOf(pair.new)) return { old, new: now };
  return { old: { ...old, paths: [] }, new: { ...now, paths: [] } };
}

function serversIn(object: unknown): readonly unknown[] | undefined {
  const servers = isRecord(object) ? object["servers"] : undefined;
  return Array.isArray(servers) && servers.length > 0 ? servers : undefined;
}

/** What is different between two sets of addresses. */
export function compareServers(before: Addresses, after: Addresses): readonly Difference[] {
  return [
    ...ofLists(before.paths, after.paths, basePathRemoved, basePathAdded),
    ...ofLists(before.hosts, after.hosts, hostRemoved, hostAdded),
  ];
}

function ofLists(
  before: readonly string[],
  after: readonly string[],
  removed: Difference["record"],
  added: Difference["record"],
): readonly Difference[] {
  const gone = before.filter((one) => !after.includes(one));
  const come = after.filter((one) => !before.includes(one));
  // What took the place of another is told with that.
  const told = gone.length > 0 ? gone : come;
  const record = gone.length > 0 ? removed : added;
  return told.map((one) => ({
    record,
    keys: [],
    from: code(one),
    to: gone.length > 0 ? listed(come.length > 0 ? come : after) : code(one),
    about: one,
  }));
}

function listed(all: readonly string[]): string {
  if (all.length === 0) return "none";
  const first = all.slice(0, 3).map(code).join(", ");
  return all.length > 3 ? `${first} and ${all.length - 3} more` : first;
}

const code = (words: string): string => `\`${words}\``;

/** No servers are one at the root (OpenAPI 3.1, OpenAPI Object). */
function addressesOf(servers: unknown): Addresses {
  const urls = (Array.isArray(servers) ? servers : []).flatMap(urlsOf);
  const all = (urls.length === 0 ? ["/"] : urls).map(addressOf);
  const hosts = all.map(({ host }) => host).filter((host) => host !== "");
  return { paths: unique(all.map(({ path }) => path)), hosts: unique(hosts) };
}

function unique(words: readonly string[]): readonly string[] {
  return [...new Set(words)].toSorted();
}

/** So many addresses of one server are told apart at most. */
const most = 100;

/** A server for each value of its variables; what the variables are called does not count. */
function urlsOf(server: unknown): readonly string[] {
  const { url, variables } = isRecord(server) ? server : {};
  if (typeof url !== "string") return [];
  const known = isRecord(variables) ? variables : {};
  return Object.entries(known).reduce<readonly string[]>(
    (urls, [name, variable]) => {
      const values = valuesOf(variable);
      if (values.length === 0) return urls;
      const filled = urls.flatMap((one) =>
        values.map((value) => one.replaceAll(`{${name}}`, value)),
      );
      return unique(filled).slice(0, most);
    },
    [url],
  );
}

function valuesOf(variable: unknown): readonly string[] {
  const { default: usual, enum: listed } = isRecord(variable) ? variable : {};
  const values = Array.isArray(listed) ? listed.slice(0, most) : [];
  return [usual, ...values].filter((value) => typeof value === "string");
}

/** Scheme and host, in small letters, and the path without a slash at its end (RFC 3986, 6.2.2.1). */
function addressOf(url: string): { readonly host: string; readonly path: string } {
  const [, host = "", rest = ""] =
    /^((?:[a-z][a-z0-9+.-]*:)?\/\/[^/?#]*)?([^?#]*)/i.exec(url) ?? [];
  const path = rest.replace(/\/+$/, "");
  return { host: host.toLowerCase(), path: path === "" ? "/" : path.replace(/^(?!\/)/, "/") };
}
