import { expect, test } from "vitest";
import { find } from "../../templates/client/runtime/find.js";
import {
  call,
  type Call,
  type CallOptions,
  type Client,
  type Success,
} from "../../templates/client/runtime/runtime.js";
import { clientOf } from "./client-of.js";
import { json, type Handler } from "./server.js";

type Box = { id?: string; uuid?: string; name?: string; stack_name?: string; box?: Box };
type Result = Success<200, { boxes: Box[] }>;

const listBoxes = (
  client: Client,
  request?: { query?: { name?: string } },
  options?: CallOptions,
): Call<Result, "boxes"> => call(client, "GET /boxes", [200], request, options, { items: "boxes" });

const two: Handler = (response, { url, ...seen }) =>
  json(
    200,
    url.includes("marker")
      ? {
          boxes: [
            { id: "4", name: "b" },
            { id: "5", name: "e" },
          ],
        }
      : {
          boxes: [
            { id: "1", name: "a" },
            { id: "2", name: "b" },
            { uuid: "3", name: "c" },
            { id: "d", stack_name: "stack" },
            { box: { name: "held" } },
          ],
          next: "?marker=3",
        },
  )(response, { url, ...seen });

test.each<[asked: string, found: Box | undefined, calls: number, why: string]>([
  ["1", { id: "1", name: "a" }, 1, "an ID ends the pages"],
  ["3", { uuid: "3", name: "c" }, 1, "also one that is called a UUID"],
  ["a", { id: "1", name: "a" }, 2, "a name may come again"],
  ["stack", { id: "d", stack_name: "stack" }, 2, "a name of its own kind"],
  ["held", { box: { name: "held" } }, 1, "what has no ID is known by its name"],
  ["e", { id: "5", name: "e" }, 2, "on the last page"],
  ["z", undefined, 2, "nowhere"],
])("%s is found: %j, by %d calls (%s)", async (asked, found, calls) => {
  const { client, seen } = await clientOf(two);
  expect(await find(listBoxes, client, asked)).toEqual(found);
  expect(seen).toHaveLength(calls);
});

test("two of a name are an error with the IDs of both", async () => {
  const { client } = await clientOf(two);
  await expect(find(listBoxes, client, "b")).rejects.toThrow('2 are called "b": 2, 4');
});

test("what is asked for with the list narrows it", async () => {
  const { client, seen } = await clientOf(json(200, { boxes: [] }));
  await find(listBoxes, client, "b", { query: { name: "b" } });
  expect(seen[0]?.url).toBe("/v2.1/boxes?name=b");
});

test("what has to be there is given as it is, and nothing is an error", async () => {
  const { client, seen } = await clientOf(two);
  expect((await find(listBoxes, client, "a").orThrow()).name).toBe("a");
  await expect(find(listBoxes, client, "z").orThrow()).rejects.toThrow(
    'nothing has the ID or the name "z"',
  );
  await expect(find(listBoxes, client, "b").orThrow()).rejects.toThrow("2 are called");
  expect(seen).toHaveLength(6);
});
