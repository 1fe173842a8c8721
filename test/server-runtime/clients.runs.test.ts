import {
  connect as connectHttp2,
  constants,
  type ClientHttp2Session,
  type IncomingHttpHeaders,
} from "node:http2";
import { connect, type AddressInfo } from "node:net";
import { Writable } from "node:stream";
import Fastify from "fastify";
import { describe, expect, it, test } from "vitest";
import { example, handlers, noted, serve, uuid } from "./example.js";
import type { Answering } from "./example.js";

/** How clients come, over which version of HTTP, and how they leave. */

describe("HTTP/2", () => {
  interface Asked {
    readonly headers: IncomingHttpHeaders;
    readonly text: string;
  }

  async function over2(
    given: object,
    use: (ask: (headers: Record<string, string>, body?: string) => Promise<Asked>) => Promise<void>,
  ): Promise<void> {
    const { plugin, routes, service } = await example();
    const app = Fastify({ http2: true });
    await app.register(plugin(service, routes, given), { prefix: "/v2.1" });
    const session: ClientHttp2Session = connectHttp2(
      await app.listen({ port: 0, host: "127.0.0.1" }),
    );
    try {
      await use(
        (headers, body) =>
          new Promise((resolve, reject) => {
            const stream = session.request(headers, { endStream: body === undefined });
            let said: IncomingHttpHeaders = {};
            let text = "";
            stream.setEncoding("utf8");
            stream.on("response", (got) => (said = got));
            stream.on("data", (piece: string) => (text += piece));
            stream.on("end", () => resolve({ headers: said, text }));
            stream.on("error", reject);
            if (body !== undefined) stream.end(body);
          }),
      );
    } finally {
      session.close();
      await app.close();
    }
  }

  it("asks and is answered as HTTP/1.1 is", { timeout: 60_000 }, async () => {
    const seen: string[][] = [];
    const listImages: Answering = (_, { reply, headers }) => {
      seen.push([...headers.keys()]);
      const hop = { connection: "close", "keep-alive": "5", "http2-settings": "x", upgrade: "x" };
      return reply(200, { images: [] }, { ...hop, "x-a": "b" });
    };
    await over2({ ...handlers, images: { ...handlers.images, listImages } }, async (ask) => {
      const listed = await ask({
        ":path": "/v2.1/images?limit=1",
        "openstack-api-version": "compute 2.9",
      });
      expect(listed.headers).toMatchObject({
        ":status": 200,
        "openstack-api-version": "compute 2.9",
        "content-type": "application/json",
        "x-a": "b",
      });
      expect(listed.headers["connection"] ?? listed.headers["keep-alive"]).toBeUndefined();
      expect(listed.text).toBe('{"images":[]}');
      expect(seen).toEqual([["openstack-api-version"]]);

      const json = {
        ":method": "POST",
        ":path": "/v2.1/things/",
        "content-type": "application/json",
      };
      expect((await ask(json, '{"list":[1]}')).headers[":status"]).toBe(299);
      expect((await ask(json, '{"list":1}')).headers[":status"]).toBe(400);
      expect((await ask(json, `{"list":["${"x".repeat(2_000_000)}"]}`)).headers[":status"]).toBe(
        413,
      );
      expect((await ask({ ":method": "POST", ":path": "/v2.1/things/" })).headers[":status"]).toBe(
        299,
      );
      const fault = await ask({ ":path": "/v2.1/images/%zz" });
      expect(fault.headers[":status"]).toBe(400);
      expect(JSON.parse(fault.text)).toMatchObject({ badRequest: { code: 400 } });
      const unheard = await ask({ ":method": "FOO", ":path": "/v2.1/images" });
      expect(unheard.headers).toMatchObject({ ":status": 405, allow: "GET, HEAD" });
      expect(JSON.parse(unheard.text)).toMatchObject({ badMethod: { code: 405 } });
      const upload = { ":method": "PUT", ":path": "/v2.1/files/a.b", "x-object-meta": "ab" };
      const sent = await ask({ ...upload, "content-type": "image/png" }, "x".repeat(100_000));
      expect(sent.headers).toMatchObject({ ":status": 201, "x-size": "100000" });
    });
  });
});

describe("a client that goes away", () => {
  const patient = uuid.replace("6e", "00");

  /** A server, what it logs, and what its `onError` is told. */
  async function watched(given: object) {
    const lines: { level: number; msg: string }[] = [];
    const stream = new Writable({
      write(line, _encoding, written) {
        lines.push(JSON.parse(String(line)));
        written();
      },
    });
    const errors: unknown[] = [];
    const app = await serve({
      handlers: given,
      fastify: { logger: { level: "trace", stream } },
      options: { onError: (error) => errors.push(error) },
    });
    await app.listen({ port: 0, host: "127.0.0.1" });
    const { port } = app.server.address() as AddressInfo;
    return { app, port, errors, loud: () => lines.filter(({ level }) => level >= 40) };
  }

  function leaving(port: number, text: string): void {
    const socket = connect(port, "127.0.0.1");
    socket.on("error", () => undefined);
    socket.write(text);
    setTimeout(() => socket.destroy(), 100);
  }

  test.each<[string, (signal: AbortSignal) => Promise<never>]>([
    [
      "that stops by the signal",
      (signal) =>
        new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason))),
    ],
    [
      "that fails later",
      (signal) =>
        new Promise((_, reject) =>
          signal.addEventListener("abort", () => setTimeout(() => reject(new Error("late")), 20)),
        ),
    ],
  ])("is no failure of a handler %s", async (_how, wait) => {
    let done = (): void => undefined;
    const gone = new Promise<void>((resolve) => (done = resolve));
    const showImage = noted("showImage", (_, { signal }) =>
      wait(signal).finally(() => setTimeout(done, 20)),
    );
    const { app, port, errors, loud } = await watched({ images: { showImage } });
    leaving(port, `GET /v2.1/images/${patient} HTTP/1.1\r\nHost: x\r\n\r\n`);
    await gone;
    await app.close();
    expect(errors).toEqual([]);
    expect(loud()).toEqual([]);
  });

  test.each([
    ["application/json", "POST /v2.1/things/", "before its JSON was read"],
    ["application/octet-stream", "PUT /v2.1/files/a.b", "while a handler reads"],
  ])("with a body of %s is no failure (%s, %s)", async (type, request) => {
    const { app, port, errors, loud } = await watched(handlers);
    const closed = new Promise<void>((resolve) => {
      app.server.once("connection", (socket) =>
        socket.once("close", () => setTimeout(resolve, 50)),
      );
    });
    leaving(
      port,
      `${request} HTTP/1.1\r\nHost: x\r\nX-Object-Meta: ab\r\nContent-Type: ${type}\r\nContent-Length: 99\r\n\r\n{`,
    );
    await closed;
    await app.close();
    expect(errors).toEqual([]);
    expect(loud()).toEqual([]);
  });

  test.each([
    ["asks for the signal before", 0],
    ["asks for it afterwards", 300],
  ])("is known over HTTP/2 to a handler that %s", async (_when, pause) => {
    const errors: unknown[] = [];
    let done = (_aborted: boolean): void => undefined;
    const told = new Promise<boolean>((resolve) => (done = resolve));
    const showImage = noted("showImage", async (_, context) => {
      await new Promise((resolve) => setTimeout(resolve, pause));
      const { signal } = context;
      if (!signal.aborted)
        await new Promise((resolve) => {
          signal.addEventListener("abort", resolve);
          setTimeout(resolve, 1000);
        });
      setTimeout(() => done(signal.aborted), 20);
      throw new Error("nobody waits for it");
    });
    const { plugin, routes, service } = await example();
    const app = Fastify({ http2: true });
    const options = { onError: (error: unknown) => void errors.push(error) };
    await app.register(plugin(service, routes, { images: { showImage } }, options));
    const session = connectHttp2(await app.listen({ port: 0, host: "127.0.0.1" }));
    const stream = session.request({ ":path": `/images/${patient}` });
    stream.on("error", () => undefined);
    setTimeout(() => stream.close(constants.NGHTTP2_CANCEL), 100);
    const aborted = await told;
    session.close();
    await app.close();
    expect({ aborted, errors }).toEqual({ aborted: true, errors: [] });
  });

  it("has gone already when the signal is asked for", async () => {
    let aborted: boolean | undefined;
    let done = (): void => undefined;
    const asked = new Promise<void>((resolve) => (done = resolve));
    const showImage = noted("showImage", async (_, context) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      aborted = context.signal.aborted;
      done();
      return context.reply(200, {});
    });
    const { app, port } = await watched({ images: { showImage } });
    leaving(port, `GET /v2.1/images/${patient} HTTP/1.1\r\nHost: x\r\n\r\n`);
    await asked;
    await app.close();
    expect(aborted).toBe(true);
  });
});
