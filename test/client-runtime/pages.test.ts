import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, it, test } from "vitest";
import { pages } from "../../templates/client/runtime/pages.js";
import {
  call,
  ResponseError,
  type Call,
  type CallOptions,
  type Client,
  type Media,
  type OtherThan,
  type Success,
} from "../../templates/client/runtime/runtime.js";
import { clientOf } from "./client-of.js";
import { json, type Handler } from "./server.js";

type Boxes = Success<200, { boxes: { id: string }[] }> | OtherThan<200>;
type Request = { query?: { limit?: number; offset?: number; marker?: string; color?: string } };

const lister =
  (media: Media = {}) =>
  (client: Client, request?: Request, options?: CallOptions): Call<Boxes, "boxes"> =>
    call(client, "GET /boxes", [200], request, options, { items: "boxes", ...media });

async function gathered<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** The ids of boxes from `from` on, `size` of them, of `count` that there are. */
const boxes = (from: number, size: number, count: number) =>
  Array.from({ length: Math.max(0, Math.min(size, count - from)) }, (_, index) => ({
    id: String(from + index),
  }));

/** Answers with pages of `size`; `more` is what a page has beside its boxes if another follows. */
const paged =
  (
    count: number,
    size: number,
    more: (next: string, url: string) => object = () => ({}),
  ): Handler =>
  (response, seen) => {
    const query = new URL(seen.url, "http://x").searchParams;
    const marker = query.get("marker");
    const from = marker === null ? Number(query.get("offset") ?? 0) : Number(marker) + 1;
    const own = boxes(from, size, count);
    const next = `?marker=${from + size - 1}&color=red`;
    const beside = from + size < count ? more(next, seen.url) : {};
    json(200, { boxes: own, ...beside })(response, seen);
  };

const ids = (count: number) => boxes(0, count, count);

describe("all pages of a list", () => {
  test.each<[why: string, more: (next: string) => object, media?: Media]>([
    [
      "links of the list",
      (next) => ({
        boxes_links: [
          { rel: "self", href: "?x" },
          { rel: "next", href: `/v2.1/boxes${next}` },
        ],
      }),
    ],
    ["links of the answer", (next) => ({ links: [{ rel: "next", href: next }] })],
    ["links by name", (next) => ({ links: { self: "x", next, previous: null } })],
    ["next itself", (next) => ({ first: "/boxes", next: `/boxes${next}` })],
    ["a marker", () => ({}), { marker: "id" }],
    ["a link, though a marker is documented", (next) => ({ next }), { marker: "name" }],
    ["an offset", () => ({}), { offset: true }],
  ])("by %s", async (_why, more, media) => {
    const { client, seen } = await clientOf(paged(7, 3, more));
    expect(await gathered(pages(lister(media), client))).toEqual(ids(7));
    // No link was documented: only an empty page tells that there is no more.
    const linkless = media !== undefined && Object.keys(more("?a")).length === 0;
    expect(seen).toHaveLength(linkless ? 4 : 3);
  });

  it("is by a documented offset, though the links of the service have a marker", async () => {
    // As Manila does: it looks at the offset alone.
    const { client, seen } = await clientOf((response, one) => {
      const from = Number(new URL(one.url, "http://x").searchParams.get("offset") ?? 0);
      const next = from + 2 < 7 ? { next: `/boxes?limit=2&marker=${from + 1}` } : {};
      json(200, { boxes: boxes(from, 2, 7), ...next })(response, one);
    });
    const request = { query: { limit: 2, offset: 1 } };
    expect(await gathered(pages(lister({ offset: true }), client, request))).toEqual(
      ids(7).slice(1),
    );
    expect(seen.map(({ url }) => url.split("?")[1])).toEqual([
      "limit=2&offset=1",
      "limit=2&offset=3",
      "limit=2&offset=5",
    ]);
  });

  it("keeps what was asked for, and what each call may ask for", async () => {
    const { client, seen } = await clientOf(paged(4, 2, (next) => ({ next })));
    const request = { query: { limit: 2 }, headers: { "x-own": "1" } };
    const options = { headers: { "x-call": "2" } };
    await gathered(pages(lister(), client, request, options));
    expect(seen.map(({ url }) => url)).toEqual([
      "/v2.1/boxes?limit=2",
      "/v2.1/boxes?limit=2&marker=1&color=red",
    ]);
    expect(seen[1]?.headers).toMatchObject({ "x-own": "1", "x-call": "2" });
  });

  it("asks for no page before it is needed", async () => {
    const { client, seen } = await clientOf(paged(9, 3, (next) => ({ next })));
    for await (const { id } of pages(lister(), client)) if (id === "2") break;
    expect(seen).toHaveLength(1);
    for await (const { id } of pages(lister(), client)) if (id === "3") break;
    expect(seen).toHaveLength(3);
  });

  it("takes what marks an item from what holds it, or from all that it is", async () => {
    const answers = [[{ box: { id: "a" } }, { box: { id: "b" } }], [{ subdir: "c/" }], ["d"], []];
    let asked = 0;
    const { client, seen } = await clientOf((response, one) =>
      json(200, { boxes: answers[asked++] })(response, one),
    );
    expect(await gathered(pages(lister({ marker: "id" }), client))).toHaveLength(4);
    expect(seen.map(({ url }) => url.split("?")[1])).toEqual([
      undefined,
      "marker=b",
      "marker=c%2F",
      "marker=d",
    ]);
  });

  it("is the body where that is the list", async () => {
    const { client } = await clientOf(json(200, [{ id: "1" }]));
    const list = (own: Client): Call<Success<200, { id: string }[]>, ""> =>
      call(own, "GET /boxes", [200], {}, {}, { 200: "list", items: "" });
    expect(await gathered(pages(list, client))).toEqual([{ id: "1" }]);
  });
});

describe("the end of a list", () => {
  test.each<[why: string, handler: Handler, media?: Media]>([
    ["a marker that is not looked at", json(200, { boxes: ids(2) }), { marker: "id" }],
    ["an offset that is not looked at", json(200, { boxes: ids(2) }), { offset: true }],
    ["a link to the page itself", json(200, { boxes: ids(2), next: "?marker=0" })],
    ["no link where one is documented", json(200, { boxes: ids(2), next: null })],
  ])("is a page that repeats: %s", async (_why, handler, media) => {
    const { client, seen } = await clientOf(handler);
    expect(await gathered(pages(lister(media), client))).toEqual(ids(2));
    expect(seen.length).toBeLessThanOrEqual(2);
  });

  it("is a link that was followed before", async () => {
    const { client, seen } = await clientOf((response, one) => {
      const at = new URL(one.url, "http://x").searchParams.get("marker") ?? "0";
      const next = { 0: "1", 1: "2", 2: "1" }[at] ?? "";
      json(200, { boxes: [{ id: at }], next: `?marker=${next}` })(response, one);
    });
    expect(await gathered(pages(lister(), client))).toEqual(ids(3));
    expect(seen).toHaveLength(3);
  });

  it("is not an empty page that leads on", async () => {
    const answers = [{ boxes: [], next: "?marker=1" }, { boxes: ids(1) }];
    const { client } = await clientOf((response, one) => json(200, answers.shift())(response, one));
    expect(await gathered(pages(lister(), client))).toEqual(ids(1));
  });
});

describe("a page that cannot be had", () => {
  test.each([
    ["another host", "http://other.invalid/v2.1/boxes?marker=1", "other.invalid"],
    ["another port", "http://127.0.0.1:1/v2.1/boxes?marker=1", "127.0.0.1:1"],
    ["no URL", "http://", "no host"],
  ])("is on %s: nothing is sent there", async (_why, next, named) => {
    const { client, seen } = await clientOf(json(200, { boxes: ids(1), next }), {
      token: "secret",
    });
    const got: unknown[] = [];
    const all = async () => {
      for await (const item of pages(lister(), client)) got.push(item);
    };
    const { host } = new URL(client.endpoint);
    await expect(all()).rejects.toThrow(`the next page is not on ${host} but on ${named}`);
    expect(got).toEqual(ids(1));
    expect(seen).toHaveLength(1);
  });

  it("may be on the same host by another scheme: a proxy ends TLS", async () => {
    let host = "";
    const { client, seen } = await clientOf(
      paged(2, 1, (next) => ({ next: `https://${host}/boxes${next}` })),
    );
    ({ host } = new URL(client.endpoint));
    expect(await gathered(pages(lister(), client))).toEqual(ids(2));
    expect(seen[1]?.url).toBe("/v2.1/boxes?marker=0&color=red");
  });

  it("is the error of its call", async () => {
    const { client } = await clientOf((response, one) =>
      one.url.includes("marker")
        ? json(503, { message: "Later." })(response, one)
        : json(200, { boxes: ids(1), next: "?marker=0" })(response, one),
    );
    const all = gathered(pages(lister(), client));
    await expect(all).rejects.toThrow(ResponseError);
    await expect(all).rejects.toMatchObject({ status: 503 });
  });
});

it("keeps no more of a hundred thousand items than two pages", async () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const { client, seen } = await clientOf(
    paged(100_000, 1000, (next) => ({ boxes_links: [{ rel: "next", href: next }] })),
  );
  const firsts: WeakRef<object>[] = [];
  let count = 0;
  let kept = 0;
  for await (const item of pages(lister(), client)) {
    if (count++ % 1000 === 0) firsts.push(new WeakRef(item));
    if (count < 100_000) continue;
    collect();
    kept = firsts.filter((one) => one.deref() !== undefined).length;
  }
  expect(count).toBe(100_000);
  expect(seen).toHaveLength(100);
  expect(kept).toBeLessThanOrEqual(2);
});
