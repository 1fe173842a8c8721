/**
 * Parameters that are not written as is usual for their place: lists and objects in paths, headers
 * and cookies, and those of a query with separators or names of their own.
 *
 * @module
 */
import { defined, urlOf, type Media } from "./request.js";

/**
 * How a value is written (OpenAPI 3.2, Style Values). `*`: exploded, as the modifier of RFC 6570 is
 * written; `+` before it: signs that separate the parts of a URL stay as they are.
 */
export type Style = `${"" | "+"}${Kind}${"" | "*"}`;
type Kind =
  | "simple"
  | "label"
  | "matrix"
  | "form"
  | "spaceDelimited"
  | "pipeDelimited"
  | "deepObject"
  | "cookie"
  | "json";

/** The styles of parameters by their names; those that are not named here are as usual. */
export interface Styles {
  readonly path?: Readonly<Record<string, Style>>;
  readonly query?: Readonly<Record<string, Style>>;
  readonly headers?: Readonly<Record<string, Style>>;
  readonly cookies?: Readonly<Record<string, Style>>;
}

/** What writes the parameters of an operation, for its `Media`. */
export function styled({
  path,
  query,
  headers,
  cookies,
}: Styles): Pick<Media, "urlOf" | "headersOf"> {
  return {
    urlOf: (endpoint, template, request) => {
      // Written here, they are part of the template: braces are always encoded in them.
      const whole = template.replace(/\{(.*?)\}/g, (variable, name: string) => {
        const style = own(path, name);
        if (style === undefined) return variable;
        const value = new Map(defined(request.path)).get(name) ?? "";
        return segment(name, written(name, value, style, encodeURIComponent));
      });
      const usual = defined(request.query).filter(([name]) => own(query, name) === undefined);
      const rest = { path: request.path, query: Object.fromEntries(usual) };
      const url = new URL(urlOf(endpoint, whole, rest));
      const texts = defined(request.query).map(([name, value]) => queryText(name, value, query));
      url.search = [url.search, ...texts].filter(Boolean).join("&");
      return url.href;
    },
    headersOf: (request) => {
      const texts = defined(request.headers).map(([name, value]) => {
        const style = own(headers, name);
        return [name, style ? written(name, value, style, String) : value];
      });
      const cookie = cookieOf(request.cookies, cookies);
      return { headers: { ...Object.fromEntries(texts), ...(cookie !== "" && { cookie }) } };
    },
  };
}

/** URLs resolve dots even when they are encoded, and an empty segment is another path. */
function segment(name: string, text: string): string {
  if (/^\.{0,2}$/.test(text)) throw new TypeError(`${name} cannot be "${text}"`);
  return text;
}

function queryText(name: string, value: unknown, styles: Styles["query"]): string {
  const style = own(styles, name);
  if (style === undefined) return "";
  const encode = style.startsWith("+") ? lenient : encodeURIComponent;
  const text = written(name, value, style, encode);
  return style.endsWith("json") ? `${encodeURIComponent(name)}=${text}` : text;
}

function own(styles: Readonly<Record<string, Style>> | undefined, name: string): Style | undefined {
  return styles && Object.hasOwn(styles, name) ? styles[name] : undefined;
}

function cookieOf(values: object | undefined, styles: Styles["cookies"]): string {
  const pairs = defined(values).map(([name, value]) => {
    const style = own(styles, name) ?? "form";
    if (style === "json") return `${name}=${written(name, value, style, encodeURIComponent)}`;
    const encode = style.startsWith("cookie") ? cookieWords : encodeURIComponent;
    return written(name, value, style.replace("form", "cookie") as Style, encode);
  });
  return pairs.filter(Boolean).join("; ");
}

type Encode = (words: string) => string;

/** Signs that separate the parts of a URL stay, but those that would end a value in a query. */
const lenient: Encode = (words) =>
  encodeURIComponent(words).replace(/%(?:2[14789ACF]|3[ABF]|40)/g, decodeURIComponent);

/** A cookie of style `cookie` is not encoded: what ends it cannot stand in it (RFC 6265, 4.1.1). */
const cookieWords: Encode = (words) => {
  if (/[^\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]/.test(words))
    throw new TypeError("what a cookie is to say cannot stand in one");
  return words;
};

/** What stands before a value, and between its parts where it is exploded. */
const signs: Readonly<Record<string, readonly [before: string, between: string]>> = {
  simple: ["", ","],
  label: [".", "."],
  matrix: [";", ";"],
  form: ["", "&"],
  cookie: ["", "; "],
};

/** What stands between the parts of one value that is not exploded, where it is no comma. */
const separators: Readonly<Record<string, string>> = {
  spaceDelimited: "%20",
  pipeDelimited: "%7C",
};

/** A value in its style, with its name where the style has names. */
function written(name: string, value: unknown, style: Style, encode: Encode): string {
  const [, kind = "", explode] = /^\+?(\w+)(\*?)$/.exec(style) ?? [];
  if (kind === "json") return encode(asciiJson(value));
  const key = encodeURIComponent(name);
  if (kind === "deepObject") return deep(key, value, encode);
  const [before, sign] = signs[kind] ?? ["", "&"];
  const named = kind !== "simple" && kind !== "label";
  const withName = (text: string): string =>
    !named ? text : text === "" && kind === "matrix" ? key : `${key}=${text}`;
  const text = (one: unknown): string => encode(String(one));
  if (typeof value !== "object" || value === null) return before + withName(text(value));
  const parts = Array.isArray(value)
    ? value.map(text)
    : defined(value).flatMap(([member, item]) =>
        explode ? [`${text(member)}=${text(item)}`] : [text(member), text(item)],
      );
  if (parts.length === 0) return "";
  if (!explode) return before + withName(parts.join(separators[kind] ?? ","));
  return before + (Array.isArray(value) ? parts.map(withName) : parts).join(sign);
}

/** Headers take no sign outside of ASCII; JSON can say each otherwise (RFC 8259, 7). */
function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[^\x20-\x7e]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** `filter[a]=1&filter[b]=2`; deeper members the same way, and lists repeat their name. */
function deep(key: string, value: unknown, encode: Encode): string {
  if (typeof value !== "object" || value === null) return `${key}=${encode(String(value))}`;
  const inner = Array.isArray(value)
    ? value.map((item) => deep(key, item, encode))
    : defined(value).map(([name, item]) =>
        deep(`${key}%5B${encodeURIComponent(name)}%5D`, item, encode),
      );
  return inner.filter(Boolean).join("&");
}
