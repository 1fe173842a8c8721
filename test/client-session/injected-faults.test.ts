import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { once } from "node:events";
import { afterAll, expect, test } from "vitest";
import { pages } from "../../templates/client/runtime/pages.js";
import {
  call,
  createClient,
  type Call,
  type CallOptions,
  type Client,
  type Success,
} from "../../templates/client/runtime/runtime.js";
import type { Grant } from "../../templates/client/session/grant.js";
import { createSession, type SessionSettings } from "../../templates/client/session/session.js";

/*
 * What goes wrong between a client and its service, and what comes of it. A row has the answers of
 * the service in their order, of which the last is given again and again, and what the caller has in
 * the end: a status, or an error. No row shows the token to another host.
 */

type Fault = (response: ServerResponse, request: IncomingMessage) => void;

const answer =
  (status: number, headers: Readonly<Record<string, string | string[]>> = {}, body = "{}"): Fault =>
  (response) =>
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(body);

const ok = answer(200, {}, '{"id":"7"}');
const reset: Fault = (response) => response.socket?.resetAndDestroy();
const raw =
  (text: string, cut = true): Fault =>
  (response) => {
    response.socket?.write(text);
    if (cut) setTimeout(() => response.socket?.destroy(), 10);
  };
const head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n";
const cut = raw(`${head}content-length: 100\r\n\r\n{"id":`);
const cutChunk = raw(`${head}transfer-encoding: chunked\r\n\r\n64\r\n{"id":`);
const drip: Fault = (response) => {
  response.writeHead(200, { "content-type": "application/json" });
  const timer = setInterval(() => response.write(" "), 5);
  response.on("close", () => clearInterval(timer));
};
const silence: Fault = () => {};
const elsewhere = (status: number): Fault => {
  return (response) => response.writeHead(status, { location: `${other}/boxes` }).end();
};
const nextElsewhere: Fault = (response) =>
  answer(
    200,
    {},
    JSON.stringify({ boxes: [{}], next: `${other}/boxes?marker=1` }),
  )(response, response.req);
const loop: Fault = (response) => response.writeHead(302, { location: "/boxes" }).end();

const year = String(365 * 24 * 3600);
const then = {
  date: "Sat, 01 Jan 2000 00:00:00 GMT",
  "retry-after": "Sat, 01 Jan 2000 00:00:00 GMT",
};
const late = {
  date: "Sat, 01 Jan 2000 00:00:00 GMT",
  "retry-after": "Sun, 02 Jan 2000 00:00:00 GMT",
};

type Row = [
  fault: string,
  method: "GET" | "POST" | "PUT" | "PUT a stream" | "pages",
  answers: readonly Fault[],
  outcome: number | string | RegExp,
  attempts: number,
  more?: { options?: CallOptions; settings?: Partial<SessionSettings>; authentications?: number },
];

const soon = { options: { timeout: 100 } };

test.each<Row>([
  ["a reset", "GET", [reset, ok], 200, 2],
  ["a reset", "PUT", [reset, ok], 200, 2],
  ["a reset: nobody knows whether it was done", "POST", [reset, ok], /fetch failed/, 1],
  ["a reset of what streams", "PUT a stream", [reset, ok], /fetch failed/, 1],
  ["resets without end", "GET", [reset], /fetch failed/, 3],
  ["a body that is cut", "GET", [cut, ok], 200, 2],
  ["a body in chunks that is cut", "GET", [cutChunk, ok], 200, 2],
  ["bodies that are cut without end", "GET", [cut], /terminated/, 3],
  ["a body that is cut: it was done", "POST", [cut, ok], /terminated/, 1],
  ["half a JSON, well framed", "GET", [answer(200, {}, '{"id":')], /200 .*not as documented/, 1],
  ["no body", "GET", [answer(200, {}, "")], /200 .*not as documented/, 1],
  [
    "the page of a proxy",
    "GET",
    [answer(200, { "content-type": "text/html" }, "<h1>")],
    /not as documented/,
    1,
  ],
  ["what is no HTTP", "GET", [raw("SSH-2.0-OpenSSH\r\n"), ok], 200, 2],
  ["a slow drip", "GET", [drip], /timeout/, 1, soon],
  ["silence", "GET", [silence], /timeout/, 1, soon],
  ["silence", "POST", [silence], /timeout/, 1, soon],
  ["408", "GET", [answer(408), ok], 200, 2],
  ["429", "GET", [answer(429), ok], 200, 2],
  ["502, 503", "GET", [answer(502), answer(503), ok], 200, 3],
  ["504", "PUT", [answer(504), ok], 200, 2],
  ["503 without end", "GET", [answer(503)], 503, 3],
  ["503", "POST", [answer(503), ok], 503, 1],
  ["503 for what streams", "PUT a stream", [answer(503), ok], 503, 1],
  ["500: nothing passing", "GET", [answer(500), ok], 500, 1],
  ["409: nothing passing", "GET", [answer(409), ok], 409, 1],
  ["413", "GET", [answer(413), ok], 413, 1],
  ["413 that says when", "PUT", [answer(413, { "retry-after": "0" }), ok], 200, 2],
  ["Retry-After in seconds", "GET", [answer(503, { "retry-after": "0" }), ok], 200, 2],
  ["Retry-After as a date, by the clock of the service", "GET", [answer(503, then), ok], 200, 2],
  [
    "Retry-After of a year",
    "GET",
    [answer(503, { "retry-after": year }), ok],
    /asks to be called again in 31536000 s; at most 60 s are waited/,
    1,
  ],
  [
    "Retry-After of a day by the clock of the service",
    "GET",
    [answer(429, late), ok],
    /429 asks to be called again in 86400 s/,
    1,
  ],
  ["Retry-After that is no date", "GET", [answer(503, { "retry-after": "2999.5" }), ok], 200, 2],
  ["Retry-After that is nonsense", "GET", [answer(503, { "retry-after": "soon" }), ok], 200, 2],
  [
    "a budget that is used up",
    "GET",
    [answer(503)],
    503,
    2,
    { settings: { retry: { budget: 1, wait: 1 } } },
  ],
  ["a call that wants no retries", "GET", [answer(503), ok], 503, 1, { options: { retries: 0 } }],
  [
    "a call that wants more",
    "GET",
    [reset, reset, reset, reset, ok],
    200,
    5,
    { options: { retries: 4 } },
  ],
  ["a session that wants none", "GET", [answer(503), ok], 503, 1, { settings: { retry: false } }],
  ["401", "GET", [answer(401), ok], 200, 2, { authentications: 2 }],
  ["401", "POST", [answer(401), ok], 200, 2, { authentications: 2 }],
  ["401 without end", "GET", [answer(401)], 401, 2, { authentications: 2 }],
  [
    "401 for what streams",
    "PUT a stream",
    [answer(401), ok],
    /401 its body is a stream, which cannot be sent again/,
    1,
    { authentications: 2 },
  ],
  ["401, then 503", "GET", [answer(401), answer(503), ok], 200, 3, { authentications: 2 }],
  ["a redirect to another host", "GET", [elsewhere(302)], 302, 1],
  ["a redirect to another host, with its body", "POST", [elsewhere(307)], 307, 1],
  ["redirects in a circle", "GET", [loop], 302, 21],
  ["a next page on another host", "pages", [nextElsewhere], /the next page is not on/, 1],
  [
    "headers twice",
    "GET",
    [answer(200, { "x-openstack-request-id": ["a", "b"] }, '{"id":"7"}')],
    200,
    1,
  ],
  [
    "two lengths",
    "GET",
    [raw(`${head}content-length: 2\r\ncontent-length: 3\r\n\r\n{}`), ok],
    200,
    2,
  ],
  [
    "a token that has ended when it comes: clocks differ",
    "GET",
    [ok],
    200,
    1,
    { settings: { authenticate: async () => grantOf(1, -86_400_000) } },
  ],
  [
    "an authentication that fails",
    "GET",
    [ok],
    /no token/,
    0,
    { settings: { authenticate: () => Promise.reject(new Error("no token")) }, authentications: 0 },
  ],
])("%s (%s)", async (_fault, method, answers, outcome, attempts, more = {}) => {
  let authentications = 0;
  let sent = 0;
  const session = createSession({
    authenticate: () => Promise.resolve(grantOf(++authentications)),
    locate: () => ({ url: service }),
    retry: { wait: 1 },
    observe: () => {
      sent += 1;
      return undefined;
    },
    ...more.settings,
  });
  script = [...answers];
  const client = createClient({ session }, { type: "boxes" });
  const got = await run(method, client, more.options).then(
    (status) => status,
    (error: unknown) => String(error),
  );
  if (outcome instanceof RegExp) expect(got).toMatch(outcome);
  else expect(got).toBe(outcome);
  expect(sent).toBe(attempts);
  if (more.settings?.authenticate === undefined)
    expect(authentications).toBe(more.authentications ?? 1);
  expect(seenElsewhere).toEqual([]);
});

test("a connection that was never made is tried again by any method", async () => {
  const closed = createServer().listen(0, "127.0.0.1");
  await once(closed, "listening");
  const url = originOf(closed.address());
  await new Promise((resolve) => closed.close(resolve));
  let sent = 0;
  const session = createSession({
    authenticate: () => Promise.resolve(grantOf(1)),
    locate: () => ({ url }),
    retry: { wait: 1 },
    observe: () => void (sent += 1),
  });
  const client = createClient({ session }, { type: "boxes" });
  await expect(run("POST", client)).rejects.toThrow(
    `POST ${url}/boxes: fetch failed, ECONNREFUSED`,
  );
  expect(sent).toBe(3);
});

async function run(method: Row[1], client: Client, options?: CallOptions): Promise<number> {
  if (method === "pages") {
    const list = (own: Client): Call<Success<200, { boxes: object[] }>, "boxes"> =>
      call(own, "GET /boxes", [200], {}, options, { items: "boxes" });
    for await (const _ of pages(list, client));
    return 200;
  }
  const streams = method === "PUT a stream";
  const body = streams ? new Blob(["bytes"]).stream() : method === "GET" ? undefined : { a: 1 };
  const media = streams ? { send: "application/octet-stream" } : {};
  const operation = `${method.split(" ")[0]} /boxes`;
  return (await call(client, operation, [200, 401], { body }, options, media)).status;
}

function grantOf(number: number, lasts = 3_600_000): Grant {
  const headers = { "x-auth-token": `secret-${number}` };
  return { headers, expiresAt: Date.now() + lasts, catalog: [] };
}

let script: Fault[] = [];
const seenElsewhere: unknown[] = [];

const serving = createServer((request, response) => {
  // A connection each: what one row does to its own is nothing to the next.
  response.shouldKeepAlive = false;
  request.resume().on("end", () => {
    const fault = script.length > 1 ? script.shift() : script[0];
    fault?.(response, request);
  });
}).listen(0, "127.0.0.1");
const otherServing = createServer((request, response) => {
  seenElsewhere.push(request.headers);
  response.end();
}).listen(0, "127.0.0.1");
await Promise.all([once(serving, "listening"), once(otherServing, "listening")]);
const service = originOf(serving.address());
const other = originOf(otherServing.address());
for (const server of [serving, otherServing]) server.unref();

afterAll(() => {
  for (const server of [serving, otherServing]) server.closeAllConnections();
});

function originOf(address: ReturnType<typeof serving.address>): string {
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return `http://127.0.0.1:${port}`;
}
