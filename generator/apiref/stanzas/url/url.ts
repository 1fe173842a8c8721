import { addressOf, type Address } from "./url-address.js";

/** What the URL of a stanza says: {@link Operation} tells of each. */
export interface Url extends Address {
  readonly variables: readonly string[];
  readonly urlQuery: readonly {
    readonly name: string;
    readonly value: string | undefined;
    readonly repeated?: true;
  }[];
}

/** What was read as something else than it is written: `<task_id>` as `{task_id}`. */
export interface Notation {
  readonly written: string;
  /** What it is in a path template: a variable, or a slash; empty where it is marks around the URL. */
  readonly meant: string;
}

interface ReadUrl extends Url {
  readonly slashAdded: boolean;
  readonly notations: readonly Notation[];
}

export const invisibleCharacter = /[\u200B-\u200F\u2060\uFEFF]/g;

/** Divides a URL as written into what stands before the path, path template, variables and query. */
export function readUrl(written: string, method = "GET"): ReadUrl {
  const visible = written.replaceAll(invisibleCharacter, "");
  const bare = withoutAnchors(visible);
  const [locator, search] = divided(bare.text);
  const { text, notations } = asTemplate(locator);
  if (bare.begin) notations.unshift({ written: "^", meant: "" });
  // Brackets around what may be left out, backquotes around all.
  const [marks] = search === "" ? [] : (/[\])]*`*\s*$/.exec(search) ?? []);
  if (marks !== undefined && marks.trim() !== "")
    notations.push({ written: marks.trim(), meant: "" });
  if (bare.end !== undefined) notations.push(bare.end);
  const plain = text.replaceAll(/\s+/g, "");
  const address = addressOf(plain, method);
  const slashAdded = address.server === undefined && !address.callback && !plain.startsWith("/");
  const variables = [...address.path.matchAll(/\{([^{}]+)\}/g)].map((match) => match[1] ?? "");
  return { ...address, variables, urlQuery: readQuery(search), slashAdded, notations };
}

/** Without what a regular expression, as Django's routes are, has around a path: `^/a/$`, `^/a/?$`. */
function withoutAnchors(url: string): {
  readonly text: string;
  readonly begin: boolean;
  readonly end: Notation | undefined;
} {
  const begin = url.startsWith("^");
  const regular = begin || /\(\?P?</.test(url);
  const [written] = regular ? (/(?:\/\?)?\$$/.exec(url) ?? []) : [];
  const kept = written === undefined ? url : url.slice(0, -written.length);
  const meant = written?.startsWith("/") === true ? "/" : "";
  return {
    text: kept.slice(begin ? 1 : 0) + meant,
    begin,
    end: written === undefined ? undefined : { written, meant },
  };
}

/** A group of a regular expression that has a name; groups in it one deep. */
const group = String.raw`\(\?P?<(\w{1,100})>(?:[^()\\]|\\.|\((?:[^()\\]|\\.){0,100}\)){0,200}\)`;
const regularGroup = new RegExp(group, "g");

/** The URL up to its query, and the query: what follows `?`, or RFC 6570's `{?limit,marker*}`. */
function divided(url: string): readonly [string, string] {
  const expansion = url.search(/\{\s*\?/);
  // A group of a regular expression is none: `(?P<id>…)`.
  const masked = url.replace(regularGroup, (written) => "x".repeat(written.length));
  const at = expansion >= 0 ? expansion : masked.indexOf("?");
  return at < 0 ? [url, ""] : [url.slice(0, at), url.slice(at)];
}

function readQuery(written: string): Url["urlQuery"] {
  const search = written.replaceAll(/\s+/g, "");
  const query: { name: string; value: string | undefined; repeated?: true }[] = [];
  const add = (name: string, value: string | undefined, list = false): void => {
    const known = query.find((each) => each.name === name);
    if (known !== undefined) known.repeated = true;
    else if (name !== "") query.push({ name, value, ...(list && { repeated: true }) });
  };
  if (search.startsWith("{")) {
    for (const name of (/^\{\?([^{}]*)\}/.exec(search)?.[1] ?? "").split(","))
      add(name.replace(/\*$/, ""), undefined, name.endsWith("*"));
    return query;
  }
  for (const pair of search.slice(1).replaceAll("`", "").split("&")) {
    const [name = "", value] = pair.split(/=(.*)/s);
    const plain = value?.replace(/[[\]()]+$/, "");
    const placeholder = plain === undefined || plain === "" || /[{}<>]/.test(plain);
    // `...` goes on as you like.
    if (/\w/.test(name)) add(name.replaceAll(/[{}<>[\]()]/g, ""), placeholder ? undefined : plain);
  }
  return query;
}

/**
 * The other notations for a variable, each tried where it may begin only: those of Flask and Sphinx's
 * httpdomain (`<int:id>`, `(string:id)`), of Python's formats (`%(id)s`, `$(id)s`), of the shell
 * (`${id}`, `$id`), of templates (`{{id}}`), of regular expressions (`(?P<id>[0-9]+)`) and of routers
 * (`:id`). Brackets and a colon count only where they fill a segment: `/os-keypairs/{name}:import` is
 * a name with an action. A bracket before the query, and a fragment, are no part of the path. Of
 * several slashes one is meant, but for those behind a scheme.
 */
const notation = new RegExp(
  [
    "`+",
    "\\{\\{([^{}]{1,100})\\}\\}",
    "\\{<([^<>{}]{1,100})>\\}",
    "<\\{([^<>{}]{1,100})\\}>",
    group,
    "<([^<>{}]{1,100})>",
    "[%$]\\(([^()]{1,100})\\)s(?![A-Za-z])",
    "\\$\\{([^{}]{1,100})\\}",
    "\\$([A-Za-z_]\\w{0,99})",
    "(?<=/)\\(([^()/]{1,100})\\)(?=/|`|\\s*$)",
    "(?<=/)\\[([^[\\]/]{1,100})\\](?=/|`|\\s*$)",
    "^\\[([^[\\]/]{1,100})\\]\\s*$",
    "[[(]\\s*$",
    "(?<=[\\w}])#[\\w-]{0,100}$",
    "(?<=[^:/]/):([A-Za-z_]\\w{0,99})(?=/|`|\\s*$)",
    "(?<=^/):([A-Za-z_]\\w{0,99})(?=/|`|\\s*$)",
    "(?<![:/])//+",
  ].join("|"),
  "g",
);

/** A kind of value before the name, as in `<int:id>`. */
const kind = /^(?:string|str|int|integer|float|number|path|uuid|any|re|regex)\s*:\s*(?=\S)/i;

function asTemplate(locator: string): {
  readonly text: string;
  readonly notations: Notation[];
} {
  const notations: Notation[] = [];
  const text = locator.replace(notation, (written: string, ...groups: unknown[]) => {
    const name = groups.slice(0, -2).find((each) => each !== undefined);
    const rest = written.startsWith("/") ? "/" : "";
    const meant = typeof name === "string" ? variable(name) : rest;
    notations.push({ written, meant });
    return meant;
  });
  return { text, notations };
}

function variable(said: string): string {
  const name = said.trim().replace(kind, "").replaceAll(/\s+/g, "_");
  return `{${name}}`;
}
