import { describe, expect, it, test, vi } from "vitest";
import { call, createClient, type Success } from "../../templates/client/runtime/runtime.js";
import { logTo, type Logger } from "../../templates/client/session/logging.js";
import type { Attempt, AttemptEnd } from "../../templates/client/session/observing.js";
import { redacted, redactedBody, redactedHeaders } from "../../templates/client/session/redact.js";
import { createSession, type SessionSettings } from "../../templates/client/session/session.js";
import { json, serve, type Handler } from "../client-runtime/server.js";
import { closing } from "./services.js";

const secrets = ["gAAAA-token", "hunter2", "c2NyaXB0", "console-ticket", "app-secret", "new-token"];

const request = {
  body: {
    server: { name: "web", adminPass: "hunter2", user_data: "c2NyaXB0", key_name: "mine" },
    auth: { identity: { application_credential: { id: "ac", secret: "app-secret" } } },
  },
};

const answer = json(
  202,
  {
    server: { id: "7", adminPass: "hunter2", links: [{ href: "http://c/servers/7?a=1" }] },
    remote_console: { url: "http://c:6080/vnc?token=console-ticket", type: "novnc" },
  },
  { "x-openstack-request-id": "req-1", "x-subject-token": "new-token" },
);

async function calling(settings: Partial<SessionSettings>, handler: Handler = answer) {
  const service = closing(await serve(handler));
  const session = createSession({
    authenticate: async () => ({ headers: { "x-auth-token": "gAAAA-token" }, catalog: [] }),
    locate: () => ({ url: service.endpoint }),
    retry: { wait: 1 },
    ...settings,
  });
  const client = createClient({ session }, { type: "boxes" });
  return {
    service,
    run: () => call<Success<202, object>>(client, "POST /servers", [202], request),
  };
}

describe("a log", () => {
  it("has no token that the service repeats in its words", async () => {
    const told: object[] = [];
    const observe = logTo(
      { debug: (_: string, details: object) => told.push(details) },
      { bodies: true },
    );
    const refusal = json(400, { error: { message: "The token gAAAA-token is of no use." } });
    const { run } = await calling({ observe }, refusal);
    await run();
    await vi.waitUntil(() => told.length > 0);
    expect(JSON.stringify(told)).toContain("The token *** is of no use.");
  });

  it("hides what else opens doors in headers", () => {
    const hidden =
      "openstack-auth-receipt x-account-meta-temp-url-key x-container-meta-temp-url-key-2";
    const names = [...hidden.split(" "), "x-auth-key", "proxy-authorization"];
    const shown = redactedHeaders(new Headers(names.map((name): [string, string] => [name, "s"])));
    expect(shown).toEqual(Object.fromEntries(names.map((name) => [name, "***"])));
  });

  it("tells of each request, and of its bodies where that is asked for, without secrets", async () => {
    const told: [string, string, object][] = [];
    const logger = (level: string, message: string, details: object): number =>
      told.push([level, message, details]);
    const { run } = await calling({ observe: logTo(logger, { bodies: true }) });
    await run();
    await vi.waitUntil(() => told.length > 0);
    expect(told).toHaveLength(1);
    const [[level, message, details] = []] = told;
    expect(level).toBe("debug");
    expect(message).toMatch(/^POST http:\/\/127\.0\.0\.1:\d+\/v2\.1\/servers: 202 in \d+ ms$/);
    expect(details).toMatchObject({
      operation: "POST /servers",
      status: 202,
      headers: { "x-auth-token": "***", "content-type": "application/json" },
      responseHeaders: { "x-subject-token": "***", "x-openstack-request-id": "req-1" },
    });
    expect(JSON.stringify(details)).toContain('\\"key_name\\":\\"mine\\"');
    expect(JSON.stringify(details)).toContain("http://c/servers/7?a=1");
    for (const secret of secrets) expect(JSON.stringify(told)).not.toContain(secret);
  });

  it("has no bodies unless they are asked for", async () => {
    const told: object[] = [];
    const { run } = await calling({
      observe: logTo({ debug: (_: string, details: object) => told.push(details) }),
    });
    await run();
    expect(told[0]).not.toHaveProperty("body");
    expect(told[0]).not.toHaveProperty("responseBody");
  });

  test.each<[string, Logger]>([
    ["console", console],
    ["that lacks levels", { warn: () => {} }],
    [
      "that throws",
      () => {
        throw new Error("no");
      },
    ],
  ])("may be of any shape: one %s", async (_shape, logger) => {
    const debug = console.debug;
    console.debug = () => {};
    try {
      const { run } = await calling({ observe: [logTo(logger), logTo(logger, { bodies: true })] });
      expect((await run()).status).toBe(202);
    } finally {
      console.debug = debug;
    }
  });

  it("warns of what fails", async () => {
    const told: string[] = [];
    const logger = { warn: (message: string) => void told.push(message) };
    const { run } = await calling({ observe: logTo(logger) }, json(503, {}));
    await run();
    expect(told).toHaveLength(1);
  });
});

test("who traces is told of each attempt and of its end, and may add headers", async () => {
  const spans: [Omit<Attempt, "headers" | "call">, AttemptEnd | undefined][] = [];
  const { run, service } = await calling({
    observe: ({ headers, call: own, ...attempt }) => {
      expect(own?.operation).toBe("POST /servers");
      headers.set("traceparent", "00-1");
      const span: (typeof spans)[number] = [attempt, undefined];
      spans.push(span);
      return (end) => (span[1] = end);
    },
  });
  await run();
  expect(spans).toEqual([
    [
      {
        operation: "POST /servers",
        method: "POST",
        url: `${service.endpoint}/servers`,
        version: undefined,
      },
      { response: expect.any(Response) as Response, milliseconds: expect.any(Number) as number },
    ],
  ]);
  expect(service.seen[0]?.headers["traceparent"]).toBe("00-1");
});

test.each<[given: unknown, shown: unknown, why: string]>([
  [
    { password: "p", passwd: 1 },
    { password: "***", passwd: "***" },
    "passwords, whatever they are",
  ],
  [
    { token: { expires_at: "2026" } },
    { token: { expires_at: "2026" } },
    "what holds others is looked into",
  ],
  [{ tokens: ["a", "b"] }, { tokens: "***" }, "lists of them"],
  [{ private_key: "k", fingerprint: "f" }, { private_key: "***", fingerprint: "f" }, "keys"],
  [{ passcode: "123456" }, { passcode: "***" }, "passcodes"],
  [
    { key: "volume-1", sort_key: "name" },
    { key: "volume-1", sort_key: "name" },
    "keys of maps are none",
  ],
  ["http://c/?token=t", "http://c/?***", "a console by its URL"],
  ["http://c/v?path=%3Ftoken%3Dt", "http://c/v?***", "a token inside of a query"],
  ["see http://c/o?temp_url_sig=s&x=1 now", "see http://c/o?*** now", "a signed object"],
  ["http://c/servers?marker=1", "http://c/servers?marker=1", "any other query stays"],
  [[null, 1, true], [null, 1, true], "what is no text"],
])("%j is shown as %j (%s)", (given, shown) => {
  expect(redacted(given)).toEqual(shown);
});

test.each([
  ['{"a":1}', '{"a":1}', "JSON"],
  ["password=hunter2", "16 characters", "nobody knows where a form has its password"],
  [JSON.stringify("x".repeat(3000)), `"${"x".repeat(1999)}…`, "what is long is cut"],
])("a body is shown as what it may be", (text, shown) => {
  expect(redactedBody(text)).toBe(shown);
});
