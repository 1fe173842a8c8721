/** Where a URL leads: a path below the endpoint of the service, or more than that. */
export interface Address {
  /** The path template, with its leading slash. */
  readonly path: string;
  /** What stands before the path, as a template: `https://{host}:8774`, `{endpoint}`. */
  readonly server: string | undefined;
  /** The address is not the service's but one that it was given, and calls: `{CallbackUri}`. */
  readonly callback: boolean;
}

/** The words of a name: of `CallbackUri`, `callback` and `uri`. */
function wordsOf(name: string): readonly string[] {
  return name
    .replaceAll(/([a-z\d])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter(Boolean);
}

/** Words for where a whole URL stands. */
const addressWord = /^(?:ur[il]s?|endpoint|addr(?:ess)?|location|href)$/;
/** Words for what stands before a path. */
const hostWord = /^(?:host|hostname|fqdn|root|base|domain)$/;
/** Words for who is called, or for the call. */
const calledWord =
  /^(?:callbacks?|notif(?:y|ications?)|(?:web)?hooks?|subscribers?|listeners?|consumers?|clients?)$/;
/** Words for the service itself. */
const ownWord = /^(?:api|base|root|service|server|public|internal|admin|identity|host)$/;

/**
 * Where `url`, a template without a query, leads. What stands before the path is told by a scheme, by
 * a port, or by a variable without a slash before it that is named after an address or stands before
 * a version. The address is the client's where a variable in it is called after a callback, and where
 * it is a whole URL to POST to that is nothing of the service's.
 */
export function addressOf(url: string, method: string): Address {
  const [server, rest] = serverOf(url);
  const [, whole] = /^\/?\{([^{}]+)\}$/.exec(url) ?? [];
  const bare = /^[\w-]+$/.test(url) ? url : undefined;
  const called = whole ?? bare ?? (server === undefined ? undefined : namesIn(server));
  const [, path] = server === undefined ? [] : (/^\/\{([^{}]+)\}$/.exec(rest) ?? []);
  if (path !== undefined && isCallbackPath(wordsOf(path)))
    return { path: rest, server: undefined, callback: true };
  if (called !== undefined && isCallback(wordsOf(called), whole !== undefined, url, method))
    return { path: `/${url.replace(/^[^/{]*:?\/+/, "")}`, server: undefined, callback: true };
  if (server === undefined)
    return { path: url.startsWith("/") ? url : `/${url}`, server, callback: false };
  return { path: rest === "" ? "/" : rest, server, callback: false };
}

function namesIn(server: string): string {
  return [...server.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name).join(" ");
}

/** Words for an address that somebody else names. */
const namedWord = /^(?:given|provided|supplied|specified|registered|chosen)$/;

/** Whether some words, in the place of a URL, speak of an address that the service is given. */
export function isCallbackInWords(said: string): boolean {
  const words = wordsOf(said);
  return (
    words.some((word) => addressWord.test(word)) &&
    words.some((word) => calledWord.test(word) || namedWord.test(word))
  );
}

/** What an address is called that a service is given to post to: `{alarm_action}`, `{NotifyUrl}`. */
const givenWord = /^(?:ur[il]|actions?|targets?|receivers?|recipients?)$/;

/** `{callback_path}`, all that stands behind a host: what the client serves there. */
function isCallbackPath(words: readonly string[]): boolean {
  const [last = ""] = words.slice(-1);
  return (last === "path" || addressWord.test(last)) && words.some((word) => calledWord.test(word));
}

function isCallback(
  words: readonly string[],
  whole: boolean,
  url: string,
  method: string,
): boolean {
  const addressed = words.some((word) => addressWord.test(word) || hostWord.test(word));
  if (whole && isCallbackPath(words) && words.some((word) => /^callback|hook$/.test(word)))
    return true;
  if (words.some((word) => calledWord.test(word) || (words.length > 2 && namedWord.test(word))))
    return addressed || (whole && /^callback|hook$/.test(words.at(-1) ?? ""));
  // `POST {EndpointUri}`: the service has paths to post to.
  const last = words.at(-1) ?? "";
  const own = words.length < 2 || words.slice(0, -1).some((word) => ownWord.test(word));
  return whole && !url.startsWith("/") && method === "POST" && givenWord.test(last) && !own;
}

/** What stands before the path, and the path. */
function serverOf(url: string): readonly [string | undefined, string] {
  const [schemed] = /^(?:[a-z][a-z+.-]{1,20}|https?\(s\)|\{[^{}]+\}):\/\/[^/]*/i.exec(url) ?? [];
  if (schemed !== undefined) {
    const server = schemed
      .replace(/^http\(s\)/i, "https")
      .replace(/^([a-z]+:\/\/)host(?=:|$)/i, "$1{host}");
    return [server.replace(/:([a-z]\w*)$/i, ":{$1}"), url.slice(schemed.length)];
  }
  const [authority, , name, port] =
    /^(\{([^{}]+)\}|(?=[\w.-]+:|localhost)[\w.-]+)(:(?:\d+|\{[^{}]+\}|port\b))?(?=\/|$)/i.exec(
      url,
    ) ?? [];
  if (authority === undefined) return [undefined, url];
  const rest = url.slice(authority.length);
  const words = wordsOf(name ?? "");
  const last = words.at(-1) ?? "";
  const isHost =
    port !== undefined ||
    /^localhost/i.test(authority) ||
    addressWord.test(last) ||
    hostWord.test(last) ||
    (name !== undefined && /^\/v\d/i.test(rest));
  if (!isHost) return [undefined, url];
  return [authority.replace(/:port$/i, ":{port}").replace(/^host(?=:)/i, "{host}"), rest];
}
