import { describe, expect, it, test, vi } from "vitest";
import {
  createClient,
  ResponseError,
  type Client,
} from "../../templates/client/runtime/runtime.js";
import type { Grant } from "../../templates/client/session/grant.js";
import { negotiating } from "../../templates/client/runtime/negotiation.js";
import {
  createSession,
  type Session,
  type SessionSettings,
} from "../../templates/client/session/session.js";
import { call, type Success } from "../../templates/client/runtime/runtime.js";
import { serve, json, type Handler, type Seen } from "../client-runtime/server.js";
import { password } from "../../templates/client/session/auth/password.js";
import { issues, keystoneOf, refuses } from "./keystone.js";
import { closing } from "./services.js";

/** A grant of the token that is counted by `number`, which lasts for an hour unless told. */
const grantOf = (number: number, lasts = 3_600_000): Grant => ({
  headers: { "x-auth-token": `token-${number}` },
  expiresAt: Date.now() + lasts,
  catalog: [],
});

/** A service that takes one token only, or none; and a session whose tokens are counted. */
async function setting(
  takes: (token: string, seen: Seen) => boolean,
  settings: Partial<SessionSettings> = {},
  answer: Handler = json(200, { id: "7" }),
) {
  const service = closing(
    await serve((response, seen) => {
      const token = String(seen.headers["x-auth-token"]);
      const given = takes(token, seen) ? answer : json(401, { error: { message: "Who?" } });
      given(response, seen);
    }),
  );
  let authentications = 0;
  const session = createSession({
    authenticate: () => Promise.resolve(grantOf(++authentications)),
    locate: () => ({ url: service.endpoint }),
    ...settings,
  });
  const tokens = (): unknown[] => service.seen.map(({ headers }) => headers["x-auth-token"]);
  return { service, session, tokens, authentications: () => authentications };
}

const clientOf = (session: Session, more: object = {}): Client =>
  createClient({ session, ...more }, { type: "boxes" });

const show = (client: Client, signal?: AbortSignal) =>
  call<Success<200, { id: string }>>(client, "GET /boxes", [200, 401], {}, { signal });

const put = (client: Client, body: unknown, send = "application/octet-stream") =>
  call<Success<200, { id: string }>>(client, "PUT /boxes", [200, 401], { body }, {}, { send });

describe("a token", () => {
  test.each<[why: string, headers: Record<string, string>, asked: number]>([
    [
      "sent again where Keystone says when: two tokens for one change nothing",
      { "retry-after": "0" },
      2,
    ],
    ["not sent again where it does not", {}, 1],
  ])("is asked for with a POST, which after a 503 is %s", async (_why, headers, asked) => {
    const { url, seen } = await keystoneOf(refuses(503, "Later.", headers), issues("t"));
    const values = { auth_url: url, user_id: "u", password: "p", project_id: "p" };
    const session = createSession({ authenticate: password(values) });
    const granted = session.grant();
    if (asked === 1) await expect(granted).rejects.toThrow("503 Later.");
    else expect((await granted).headers).toEqual({ "x-auth-token": "t" });
    expect(seen).toHaveLength(asked);
    expect(new Set(seen.map(({ body }) => body)).size).toBe(1);
  });

  it("is got when the first call needs it, for all clients at once", async () => {
    const { session, tokens, authentications } = await setting(() => true);
    const clients = [clientOf(session), clientOf(session)];
    expect(authentications()).toBe(0);
    await Promise.all([...clients, ...clients].map((client) => show(client).orThrow()));
    expect(authentications()).toBe(1);
    expect(new Set(tokens())).toEqual(new Set(["token-1"]));
  });

  it("is renewed once after a 401, for fifty calls, and each is repeated once", async () => {
    let good = "token-1";
    const { session, service, authentications } = await setting((token) => token === good);
    const clients = [clientOf(session), clientOf(session)];
    await show(clientOf(session)).orThrow();
    good = "token-2";
    const calls = Array.from({ length: 50 }, (_, index) => show(clients[index % 2] as Client));
    const answers = await Promise.all(calls);
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(authentications()).toBe(2);
    expect(service.seen).toHaveLength(101);
  });

  it("is renewed before it ends", async () => {
    const lasts = [60_000, 3_600_000];
    let count = 0;
    const { session, tokens } = await setting(() => true, {
      authenticate: () => Promise.resolve(grantOf(count, lasts[count++])),
      // Half of a life is the most: else a short one would be renewed for each call.
      skew: 120_000,
    });
    const client = clientOf(session);
    await show(client).orThrow();
    await show(client).orThrow();
    const now = Date.now;
    try {
      Date.now = () => now() + 31_000;
      await show(client).orThrow();
    } finally {
      Date.now = now;
    }
    expect(tokens()).toEqual(["token-0", "token-0", "token-1"]);
  });

  it("that cannot be renewed yet is used while it holds", async () => {
    let count = 0;
    const { session, tokens } = await setting(() => true, {
      authenticate: () =>
        count++ === 0 ? Promise.resolve(grantOf(1, 60_000)) : Promise.reject(new Error("down")),
    });
    const client = clientOf(session);
    await show(client).orThrow();
    const now = Date.now;
    try {
      Date.now = () => now() + 31_000;
      await show(client).orThrow();
      Date.now = () => now() + 61_000;
      await expect(show(client)).rejects.toThrow("down");
    } finally {
      Date.now = now;
    }
    expect(tokens()).toEqual(["token-1", "token-1"]);
  });

  it("that has ended when it comes is used: the clock is wrong", async () => {
    const { session, tokens, authentications } = await setting(() => true);
    const past = createSession({
      authenticate: () => Promise.resolve(grantOf(9, -5000)),
      locate: () => ({ url: "" }),
    });
    expect((await past.grant()).headers).toEqual({ "x-auth-token": "token-9" });
    expect(await past.grant()).toBe(await past.grant());
    await show(clientOf(session)).orThrow();
    expect([tokens(), authentications()]).toEqual([["token-1"], 1]);
  });

  it("that is refused when it is new is not asked for again by each call", async () => {
    let good = "none";
    const { session, service, authentications } = await setting((token) => token === good);
    const client = clientOf(session);
    expect((await show(client)).status).toBe(401);
    expect((await show(client)).status).toBe(401);
    expect((await show(client)).status).toBe(401);
    expect(authentications()).toBe(2);
    expect(service.seen).toHaveLength(4);
    // What was taken in between may be renewed once more.
    good = "token-2";
    expect((await show(client)).status).toBe(200);
    good = "token-3";
    expect((await show(client)).status).toBe(200);
  });

  it("that two clients refuse when it is new is asked for once by each of them", async () => {
    let good = "none";
    const { session, authentications } = await setting((token) => token === good);
    const clients = [clientOf(session), clientOf(session)];
    for (const client of [...clients, ...clients, ...clients])
      expect((await show(client)).status).toBe(401);
    expect(authentications()).toBe(3);
    // What one of them took may be renewed for it, and for it alone.
    const [one, other] = clients;
    good = "token-3";
    expect(one && (await show(one)).status).toBe(200);
    good = "token-4";
    expect(one && (await show(one)).status).toBe(200);
    good = "none";
    expect(other && (await show(other)).status).toBe(401);
    expect(authentications()).toBe(4);
  });

  it("that the caller gave stays, whatever comes of it", async () => {
    const { session, tokens } = await setting(() => false);
    const client = clientOf(session, { headers: { "X-Auth-Token": "own" } });
    expect((await show(client)).status).toBe(401);
    expect(tokens()).toEqual(["own"]);
  });

  it("is not sent to another host", async () => {
    const other = closing(await serve(json(200, { id: "8" })));
    const bytes = { 200: "stream" } as const;
    const { session } = await setting(
      () => true,
      {},
      (response) => response.writeHead(302, { location: other.endpoint }).end(),
    );
    const download = call<Success<200, ReadableStream>>(
      clientOf(session),
      "GET /boxes",
      [200],
      {},
      {},
      bytes,
    );
    await download.orThrow();
    expect(other.seen).toHaveLength(1);
    expect(other.seen[0]?.headers).not.toHaveProperty("x-auth-token");
  });

  it("is not renewed where a token was asked for and refused", async () => {
    const { session, service, authentications } = await setting(() => false);
    const login = call<Success<201, object>>(
      clientOf(session),
      "POST /auth/tokens",
      [201, 401],
      { body: { auth: {} } },
      {},
    );
    expect((await login).status).toBe(401);
    expect([service.seen.length, authentications()]).toEqual([1, 1]);
  });

  it("is renewed for a call that is sent again after a 503, which keeps its name", async () => {
    const told: string[] = [];
    const answers: Handler[] = [
      json(503, {}, { "retry-after": "0" }),
      json(401, { error: { message: "Who?" } }),
    ];
    const { session, tokens } = await setting(
      () => true,
      { observe: ({ operation }) => void told.push(operation) },
      (response, seen) => (answers.shift() ?? json(200, { id: "7" }))(response, seen),
    );
    await show(clientOf(session)).orThrow();
    expect(tokens()).toEqual(["token-1", "token-1", "token-2"]);
    expect(told).toEqual(["GET /boxes", "GET /boxes", "GET /boxes"]);
  });

  it("that cannot be had is the error of the call, and is asked for again by the next", async () => {
    let count = 0;
    const { session } = await setting(() => true, {
      authenticate: () =>
        count++ === 0 ? Promise.reject(new Error("wrong")) : Promise.resolve(grantOf(1)),
    });
    await expect(show(clientOf(session))).rejects.toThrow("wrong");
    expect((await show(clientOf(session))).ok).toBe(true);
  });
});

describe("a repeat", () => {
  const form = new FormData();
  form.set("name", "value");
  test.each<[why: string, body: unknown, media: string, seen: string]>([
    ["JSON", { a: 1 }, "application/json", '{"a":1}'],
    ["a text", "words", "text/plain", "words"],
    ["bytes", new Uint8Array([104, 105]), "application/octet-stream", "hi"],
    ["a blob", new Blob(["blob"]), "application/octet-stream", "blob"],
    ["a form", new URLSearchParams({ a: "1" }), "application/x-www-form-urlencoded", "a=1"],
    ["a form of parts", form, "", "value"],
  ])("has the body and the headers: %s", async (_why, body, media, seen) => {
    const { session, service } = await setting((token) => token === "token-2");
    const client = clientOf(session, { headers: { "openstack-api-version": "box 1.2" } });
    await put(client, body, media).orThrow();
    expect(service.seen).toHaveLength(2);
    for (const one of service.seen) {
      expect(one.body).toContain(seen);
      expect(one.headers["openstack-api-version"]).toBe("box 1.2");
    }
    const [, boundary = seen] =
      /boundary=(.*)/.exec(String(service.seen[1]?.headers["content-type"])) ?? [];
    expect(service.seen[1]?.body).toContain(boundary);
  });

  it("of what middleware changed has the change", async () => {
    const { session, service } = await setting((token) => token === "token-2");
    const marks = (request: Request, next: (request: Request) => Promise<Response>) => {
      const headers = new Headers(request.headers);
      headers.set("x-mark", "1");
      return next(new Request(request, { headers }));
    };
    await put(clientOf(session, { middleware: [marks] }), { a: 1 }, "application/json").orThrow();
    expect(service.seen.map(({ headers }) => headers["x-mark"])).toEqual(["1", "1"]);
    expect(service.seen.map(({ body }) => body)).toEqual(['{"a":1}', '{"a":1}']);
  });

  it("is not made of a stream, and the error says so; the next call has a new token", async () => {
    const { session, service, authentications } = await setting((token) => token === "token-2");
    const client = clientOf(session);
    const refused = put(client, new Blob(["stream"]).stream());
    await expect(refused).rejects.toThrow(ResponseError);
    await expect(refused).rejects.toMatchObject({ status: 401, operation: "PUT /boxes" });
    await expect(refused).rejects.toThrow(
      "401 Who?; its body is a stream, which cannot be sent again",
    );
    expect([service.seen.length, authentications()]).toEqual([1, 2]);
    await put(client, new Blob(["stream"]).stream()).orThrow();
  });
});

describe("a signal", () => {
  it("ends the waiting for a token, which others still get", async () => {
    let give: (grant: Grant) => void = () => {};
    const { session } = await setting(() => true, {
      authenticate: () => new Promise((resolve) => (give = resolve)),
    });
    const controller = new AbortController();
    const impatient = show(clientOf(session), controller.signal);
    const patient = show(clientOf(session));
    controller.abort(new Error("enough"));
    await expect(impatient).rejects.toThrow("enough");
    give(grantOf(1));
    expect((await patient).ok).toBe(true);
  });

  it("of the last one that waits ends the authentication", async () => {
    const signals: AbortSignal[] = [];
    const { session } = await setting(() => true, {
      authenticate: (_send, signal) => {
        if (signal !== undefined) signals.push(signal);
        return new Promise(() => {});
      },
    });
    const [first, second] = [new AbortController(), new AbortController()];
    const both = [session.grant(first.signal), session.grant(second.signal)];
    const settled = Promise.allSettled(both);
    first.abort();
    expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
    second.abort(new Error("enough"));
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
    expect((await settled).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  });
});

describe("where a service answers", () => {
  it("is found once, for however many calls, and again after it was not", async () => {
    let asked = 0;
    const { session, service } = await setting(() => true, {
      locate: () => {
        if (asked++ === 0) throw new Error("no such service");
        return { url: service.endpoint };
      },
    });
    const client = clientOf(session);
    await expect(show(client)).rejects.toThrow("no such service");
    await Promise.all([show(client), show(client), show(client)]);
    expect(asked).toBe(2);
  });

  it("may be said by the client, or by what was granted", async () => {
    const { service } = await setting(() => true);
    const session = createSession({ authenticate: () => Promise.resolve(grantOf(1)) });
    await show(clientOf(session, { endpoint: `${service.endpoint}/` })).orThrow();
    const { endpoint } = service;
    const fixed = createSession({ authenticate: async () => ({ ...grantOf(2), endpoint }) });
    await show(clientOf(fixed)).orThrow();
    expect(service.seen.map(({ url }) => url)).toEqual(["/v2.1/boxes", "/v2.1/boxes"]);
    await expect(show(clientOf(session))).rejects.toThrow("nothing says where boxes answers");
  });
});

test.each<[asked: string | undefined, error: string | undefined]>([
  ["boxes 1.2", undefined],
  ["boxes 1.10", undefined],
  ["boxes latest", undefined],
  [undefined, undefined],
  ["boxes 1.11", "there is no 1.11 here: it has 1.2 to 1.10"],
  ["boxes 1.1", "there is no 1.1 here: it has 1.2 to 1.10"],
])("the version %j of a service that has 1.2 to 1.10", async (asked, error) => {
  const { session, service } = await setting(() => true, {
    locate: () => ({ url: service.endpoint, minimum: "1.2", maximum: "1.10" }),
  });
  const headers = asked === undefined ? {} : { "openstack-api-version": asked };
  const answer = show(clientOf(session, { headers }));
  if (error === undefined) expect((await answer).ok).toBe(true);
  else await expect(answer).rejects.toThrow(error);
  expect(service.seen).toHaveLength(error === undefined ? 1 : 0);
});

test.each<[maximum: string | undefined, newest: string | undefined, sent: string, why: string]>([
  ["1.10", "1.9", "1.9", "the docs know no newer one"],
  ["1.10", "1.12", "1.10", "the service has no newer one"],
  [undefined, "1.9", "latest", "nobody knows what the service has"],
  ["1.10", undefined, "latest", "nobody knows what the docs have"],
])("latest of a service up to %s by docs up to %s is %s: %s", async (maximum, newest, sent) => {
  const { session, service } = await setting(() => true, {
    locate: () => ({ url: service.endpoint, minimum: "1.2", maximum }),
  });
  const headers = {
    "openstack-api-version": "boxes latest",
    "x-openstack-boxes-api-version": "latest",
    "x-other": "latest",
  };
  await show(createClient({ session, headers }, { type: "boxes", newest })).orThrow();
  expect(service.seen[0]?.headers).toMatchObject({
    "openstack-api-version": `boxes ${sent}`,
    "x-openstack-boxes-api-version": sent,
    "x-other": "latest",
  });
});

describe("where a service answers", () => {
  it("is given up when nobody waits for it any more, and asked anew for the next call", async () => {
    const signals: (AbortSignal | undefined)[] = [];
    const { service, session } = await setting(() => true, {
      locate: (_service, _grant, { signal }) => {
        signals.push(signal);
        return signals.length === 1 ? new Promise(() => {}) : { url: service.endpoint };
      },
    });
    const client = clientOf(session);
    const [one, other] = [new AbortController(), new AbortController()];
    const calls = [show(client, one.signal), show(client, other.signal)].map((asked) =>
      asked.catch((error: unknown) => error),
    );
    await vi.waitUntil(() => signals.length > 0);
    one.abort("tired");
    expect(await calls[0]).toBe("tired");
    expect(signals[0]?.aborted).toBe(false);
    other.abort("tired, too");
    expect(await calls[1]).toBe("tired, too");
    expect(signals[0]?.aborted).toBe(true);
    expect(await show(client).orThrow()).toEqual({ id: "7" });
    expect(signals).toHaveLength(2);
  });
});

test.each<[maximum: string | undefined, sent: string, why: string]>([
  ["1.10", "1.10", "the service has no newer one"],
  ["1.20", "1.12", "the docs know no newer one"],
  [undefined, "1.12", "nobody knows what the service has"],
])(
  "the newest of a service up to %s that takes no latest, by docs up to 1.12, is %s: %s",
  async (maximum, sent) => {
    const { session, service } = await setting(() => true, {
      locate: () => ({ url: service.endpoint, minimum: "1.2", maximum }),
    });
    const headersAt = (version: string) => ({ "openstack-api-version": `boxes ${version}` });
    const documented = { minimum: "1.1", maximum: "1.12", headersAt };
    const client = clientOf(session, { headers: headersAt("1.12") });
    const send = negotiating(client.send, documented, client.versions);
    await show({ ...client, send }).orThrow();
    expect(service.seen[0]?.headers["openstack-api-version"]).toBe(`boxes ${sent}`);
  },
);
