// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * Finding one of a list, by its ID or by its name.
 *
 * @module
 */
import { pages, type ItemOf, type Listing } from "./pages.js";
import type { OperationRequest } from "./request.js";
import type { AnyResult, BodyOf, Call, CallOptions, Client } from "./runtime.js";

/**
 * The one item of a list whose ID, or else whose name, is `nameOrId`; undefined where there is none.
 * It goes over all pages, but for an ID, which ends them: a filter of the list in `request`, such as
 * its `name`, makes them few. Rejects where several have the name, with the IDs of all.
 */
export async function find<
  Caller extends Client,
  const Rest extends readonly [request?: OperationRequest, options?: CallOptions],
  Result extends AnyResult,
  Items extends string,
>(
  list: (client: Caller, ...rest: Rest) => Call<Result, Items> & Listing,
  client: Caller,
  nameOrId: string,
  ...rest: Rest
): Promise<ItemOf<BodyOf<Result>, Items> | undefined> {
  const found: ItemOf<BodyOf<Result>, Items>[] = [];
  for await (const item of pages(list, client, ...rest)) {
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
