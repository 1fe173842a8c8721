// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * Finding one of a list, by its ID or by its name.
 *
 * @module
 */
import { pages, type ItemOf, type Listing } from "./pages.js";
import type { OperationRequest } from "./request.js";
import type { AnyResult, BodyOf, Call, CallOptionsAt, Client } from "./runtime.js";

/** A search under way. Await it for what is found, or for nothing. */
export interface Sought<Item> extends Promise<Item | undefined> {
  /** What is found; rejects where there is nothing. */
  orThrow(): Promise<Item>;
}

/**
 * The one item of a list whose ID, or else whose name, is `nameOrId`; undefined where there is none,
 * which is an error of `find(…).orThrow()`. It goes over all pages, but for an ID, which ends them:
 * a filter of the list in `request`, such as its `name`, makes them few. Rejects where several have
 * the name, with the IDs of all.
 */
export function find<
  Caller extends Client,
  const Rest extends readonly [request?: OperationRequest, options?: CallOptionsAt],
  Result extends AnyResult,
  Items extends string,
>(
  list: (client: Caller, ...rest: Rest) => Call<Result, Items> & Listing,
  client: Caller,
  nameOrId: string,
  ...rest: Rest
): Sought<ItemOf<BodyOf<Result>, Items>> {
  const found = only(pages(list, client, ...rest), nameOrId);
  return Object.assign(found, {
    async orThrow() {
      const item = await found;
      if (item === undefined) throw new Error(`nothing has the ID or the name "${nameOrId}"`);
      return item;
    },
  });
}

async function only<Item>(items: AsyncIterable<Item>, nameOrId: string): Promise<Item | undefined> {
  const found: Item[] = [];
  for await (const item of items) {
    const [id, name] = marksOf(item);
    if (id === nameOrId) return item;
    if (name === nameOrId) found.push(item);
  }
  const [first, ...others] = found;
  if (others.length === 0) return first;
  const ids = found.map((item) => String(marksOf(item)[0]));
  throw new Error(`${found.length} are called "${nameOrId}": ${ids.join(", ")}`);
}

/** ID and name of an item, or of what its one member holds: `{ keypair: { name } }`. */
function marksOf(item: unknown): readonly [id: unknown, name: unknown] {
  if (typeof item !== "object" || item === null) return [item, item];
  const members = item as Readonly<Record<string, unknown>>;
  const [only, ...others] = Object.values(members);
  if (others.length === 0 && typeof only === "object") return marksOf(only);
  const named = Object.keys(members).find((name) => name.endsWith("_name")) ?? "";
  const name = members["name"] ?? members[named];
  return [members["id"] ?? members["uuid"] ?? name, name];
}
