// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * Lists that come in pages, item by item.
 *
 * @module
 */
import { parseUrl, type OperationRequest } from "./request.js";
import type { AnyResult, BodyOf, Call, CallOptionsAt, Client } from "./runtime.js";

/** What one page holds of the list that its body has under `Items`; `""`: it is the list. */
export type ItemOf<Body, Items extends string> = Body extends unknown
  ? ElementOf<Items extends keyof Body ? Body[Items] : Items extends "" ? Body : never>
  : never;

type ElementOf<Value> = Value extends readonly (infer Item)[] ? Item : never;

/**
 * Every item of a list, over all of its pages: `for await (const server of pages(listServers,
 * client))`. A page is asked for when the items before it are used up, and `options` hold for each.
 *
 * The next page is where the answer says (`servers_links`, `links`, `next`); where the answers have
 * no such link, it begins behind the last item (`marker`, or `offset`), until a page is empty. Of a
 * link by `marker` to a list that has but `offset` documented, the offset is used: the service may
 * not know what its own link says, and give the first page for ever. A page that repeats the one
 * before ends the list. Rejects as `orThrow()` does, and with a `TypeError` where the next page is on
 * another host, which is asked nothing.
 */
export async function* pages<
  Caller extends Client,
  const Rest extends readonly [request?: OperationRequest, options?: CallOptionsAt],
  Result extends AnyResult,
  Items extends string,
>(
  operation: (client: Caller, ...rest: Rest) => Call<Result, Items> & Listing,
  client: Caller,
  ...rest: Rest
): AsyncGenerator<ItemOf<BodyOf<Result>, Items>, void, undefined> {
  const [request, options] = rest;
  const follow = operation as unknown as Follow;
  const asked = new Set<string>();
  let linked = false;
  let query: Query | undefined = { ...request?.query };
  let before: readonly unknown[] = [];
  while (query) {
    const call = follow(client, { ...request, query }, options);
    const body = await call.orThrow();
    const { items: name = "", marker, offset } = call.media;
    const held = name === "" ? body : (body as Query | undefined)?.[name];
    const items = (Array.isArray(held) ? held : []) as ItemOf<BodyOf<Result>, Items>[];
    if (isSame(items, before)) return;
    yield* items;
    before = items;

    const link = linkOf(body);
    linked ||= link !== undefined;
    const last = items.at(-1);
    let next: Query | undefined;
    if (link !== undefined) next = queryOf(link, (await client.locate?.(null)) ?? client.endpoint);
    else if (linked || last === undefined) return;
    else if (marker !== undefined) next = { marker: markerOf(last, marker) };
    if (offset === true && (next === undefined || "marker" in next))
      next = { ...next, marker: undefined, offset: Number(query["offset"] ?? 0) + items.length };
    const key = JSON.stringify(next);
    if (next === undefined || asked.has(key)) return;
    asked.add(key);
    query = { ...query, ...next };
  }
}

/** A call whose answer has a list: calls of other operations are refused. */
export interface Listing {
  readonly media: { readonly items: string };
}

type Query = Readonly<Record<string, unknown>>;
type Follow = (client: Client, request: object, options?: CallOptionsAt) => Call<AnyResult, string>;

function isSame(items: readonly unknown[], before: readonly unknown[]): boolean {
  return (
    items.length > 0 &&
    items.length === before.length &&
    items.every((item, index) => JSON.stringify(item) === JSON.stringify(before[index]))
  );
}

/** The link to the next page, in a member for links, or in `next` itself. */
function linkOf(body: unknown): string | undefined {
  for (const [name, value] of Object.entries(body ?? {})) {
    const isLinks = /(^|_)links$/.test(name);
    const link: unknown = !isLinks
      ? name === "next" && value
      : Array.isArray(value)
        ? value.find((one: Query | null) => one?.["rel"] === "next")?.href
        : (value as Query | null)?.["next"];
    if (typeof link === "string") return link;
  }
  return undefined;
}

/**
 * What a link asks for. Only its query is used, and sent to the endpoint: services behind a proxy
 * seldom know their own scheme and path. Another host is no slip of that kind.
 */
function queryOf(link: string, endpoint: string): Query {
  const base = new URL(endpoint);
  const next = parseUrl(link, base.href);
  if (next?.host !== base.host)
    throw new TypeError(`the next page is not on ${base.host} but on ${next?.host ?? "no host"}`);
  const query: Record<string, string | string[]> = {};
  next.searchParams.forEach((_, name) => {
    const [value = "", ...others] = next.searchParams.getAll(name);
    query[name] = others.length > 0 ? [value, ...others] : value;
  });
  return query;
}

/** The member of an item that marks it; what has but one member is marked by that, or by what it holds. */
function markerOf(item: unknown, name: string): unknown {
  if (typeof item !== "object" || item === null) return item;
  const members = item as Query;
  const [only, ...others] = Object.values(members);
  return members[name] ?? (others.length === 0 ? markerOf(only, name) : undefined);
}
