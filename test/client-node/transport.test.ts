import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer as createHttp, request as requestHttp, type Server } from "node:http";
import { createServer as createHttps } from "node:https";
import { connect, type AddressInfo } from "node:net";
import { join } from "node:path";
import type { Duplex } from "node:stream";
import { afterEach, describe, expect, it, test } from "vitest";
import { proxyFor } from "../../templates/node/proxies.js";
import { transportOf } from "../../templates/node/transport.js";
import { placeOf } from "./clouds.js";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function portOf(server: Server): Promise<number> {
  servers.push(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

/** Says what it was asked, and by whom; a 204 and a redirect where asked for. */
const echo: Parameters<typeof createHttp>[1] = (request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const { method, url, headers } = request;
    if (url === "/none") return void response.writeHead(204, { "x-a": "1" }).end();
    if (url === "/away")
      return void response.writeHead(302, { location: "http://elsewhere/" }).end();
    response.setHeader("set-cookie", ["a=1", "b=2"]);
    response.end(JSON.stringify({ method, url, headers, body: Buffer.concat(chunks).toString() }));
  });
};

/** A promise that somebody else resolves. */
function waiting() {
  let resolve = (): void => {};
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve: () => resolve() };
}

interface Echo {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const trusting = { verify: true };

test.each([
  // url                    environment                                          proxy
  ["http://a/", {}, undefined],
  ["http://a/", { http_proxy: "http://p:1" }, "http://p:1/"],
  ["https://a/", { http_proxy: "http://p:1" }, undefined],
  ["https://a/", { HTTPS_PROXY: "p:1" }, "http://p:1/"],
  ["https://a/", { HTTPS_PROXY: "http://upper", https_proxy: "http://lower" }, "http://lower/"],
  ["https://a/", { ALL_PROXY: "http://p" }, "http://p/"],
  ["http://a.example/", { http_proxy: "http://p", no_proxy: "b, .example" }, undefined],
  ["http://a.example/", { http_proxy: "http://p", no_proxy: "ample" }, "http://p/"],
  ["http://a:8/", { http_proxy: "http://p", NO_PROXY: "a:9" }, "http://p/"],
  ["http://a:9/", { http_proxy: "http://p", NO_PROXY: "a:9" }, undefined],
  ["http://a/", { http_proxy: "http://p", NO_PROXY: "*" }, undefined],
  ["http://10.1.2.3/", { http_proxy: "http://p", NO_PROXY: "10.0.0.0/8" }, undefined],
  ["http://11.1.2.3/", { http_proxy: "http://p", NO_PROXY: "10.0.0.0/8" }, "http://p/"],
])("%s with %j goes through %s", (url, env, proxy) => {
  expect(proxyFor(new URL(url), env)?.href).toBe(proxy);
});

test("a proxy that is none of HTTP is refused", () => {
  expect(() => proxyFor(new URL("http://a"), { http_proxy: "socks5://p" })).toThrow("socks5");
});

test("without a proxy or a certificate requests are left to fetch", async () => {
  const { world } = placeOf({ env: { NO_PROXY: "a" } });
  expect(await transportOf(trusting, world)).toBeUndefined();
});

describe("a request through a proxy", () => {
  it("is sent whole, and answered as fetch would", async () => {
    const port = await portOf(createHttp(echo));
    const seen: string[] = [];
    const proxy = await portOf(
      createHttp((request, response) => {
        const { headers, method = "", url = "" } = request;
        seen.push(`${method} ${url} ${headers["proxy-authorization"]}`);
        delete headers["proxy-authorization"];
        const onward = requestHttp(url, { method, headers }, (answer) => {
          response.writeHead(answer.statusCode ?? 0, answer.headers);
          answer.pipe(response);
        });
        request.pipe(onward);
      }),
    );
    const { world } = placeOf({ env: { http_proxy: `http://me:p%20w@127.0.0.1:${proxy}` } });
    const send = (await transportOf(trusting, world)) ?? expect.fail();
    const url = `http://127.0.0.1:${port}`;
    const headers = { "content-type": "application/json", "x-auth-token": "t" };
    const response = await send(
      new Request(`${url}/x?y=1`, { method: "POST", headers, body: '{"a":"ä"}' }),
    );
    expect(response.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
    expect((await response.json()) as Echo).toMatchObject({
      method: "POST",
      url: "/x?y=1",
      body: '{"a":"ä"}',
      headers: { host: `127.0.0.1:${port}`, "content-length": "10", "x-auth-token": "t" },
    });
    expect(seen).toEqual([`POST ${url}/x?y=1 Basic ${btoa("me:p w")}`]);
    const none = await send(new Request(`${url}/none`));
    expect([none.status, none.body, none.headers.get("x-a")]).toEqual([204, null, "1"]);
    const away = await send(new Request(`${url}/away`, { redirect: "manual" }));
    expect([away.status, away.headers.get("location")]).toEqual([302, "http://elsewhere/"]);
    const stream = new Blob(["bytes"]).stream();
    const upload = new Request(url, { method: "PUT", body: stream, duplex: "half" });
    expect((await (await send(upload)).json()) as Echo).toMatchObject({ body: "bytes" });
  });

  it("that nobody answers fails as with fetch, and ends with its signal", async () => {
    const { world } = placeOf({ env: { http_proxy: "http://127.0.0.1:9" } });
    const send = (await transportOf(trusting, world)) ?? expect.fail();
    await expect(send(new Request("http://a/"))).rejects.toThrow(new TypeError("fetch failed"));
    const signal = AbortSignal.abort(new Error("enough"));
    await expect(send(new Request("http://a/", { signal }))).rejects.toThrow("enough");
  });
});

const hasOpenssl = (() => {
  try {
    execFileSync("openssl", ["version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();

describe.runIf(hasOpenssl)("a service with a certificate of its own", () => {
  async function secured(requestCert = false) {
    const { root, world } = placeOf({});
    const [key, cert] = [join(root, "key.pem"), join(root, "cert.pem")];
    const subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"];
    const made = [
      "-newkey",
      "ec",
      "-pkeyopt",
      "ec_paramgen_curve:prime256v1",
      "-nodes",
      "-days",
      "2",
    ];
    const files = ["-keyout", key, "-out", cert];
    execFileSync("openssl", ["req", "-x509", ...made, ...subject, ...files], { stdio: "ignore" });
    const text = readFileSync(cert);
    const options = {
      key: readFileSync(key),
      cert: text,
      ca: text,
      requestCert,
      rejectUnauthorized: requestCert,
    };
    const port = await portOf(createHttps(options, echo) as unknown as Server);
    return { url: `https://localhost:${port}/`, key, cert, world };
  }

  const ask = async (url: string, ...given: Parameters<typeof transportOf>) => {
    const send = (await transportOf(...given)) ?? ((request: Request) => fetch(request));
    return (await send(new Request(url))).status;
  };

  it("is refused, but for who has it, or looks at none", async () => {
    const { url, cert, world } = await secured();
    await expect(ask(url, trusting, world)).rejects.toThrow("fetch failed");
    expect(await ask(url, { verify: true, cacert: cert }, world)).toBe(200);
    expect(await ask(url, { verify: false }, world)).toBe(200);
    const bundled = { ...world, env: { ...world.env, REQUESTS_CA_BUNDLE: cert } };
    expect(await ask(url, trusting, bundled)).toBe(200);
  });

  it("may want to see one, too", async () => {
    const { url, cert, key, world } = await secured(true);
    const trust = { verify: true, cacert: cert };
    await expect(ask(url, trust, world)).rejects.toThrow("fetch failed");
    expect(await ask(url, { ...trust, cert, key }, world)).toBe(200);
  });

  it("is reached through a proxy that sees nothing of it", async () => {
    const { url, cert, world } = await secured();
    const seen: string[] = [];
    const server = createHttp();
    server.on("connect", ({ url: target = "", headers }, socket) => {
      seen.push(`${target} ${headers["proxy-authorization"]}`);
      const [, port] = target.split(":");
      const onward = connect(Number(port), "127.0.0.1", () => {
        socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
        onward.pipe(socket).pipe(onward);
      });
    });
    const proxy = await portOf(server);
    const through = {
      ...world,
      env: { ...world.env, https_proxy: `http://me:pw@127.0.0.1:${proxy}` },
    };
    expect(await ask(url, { verify: true, cacert: cert }, through)).toBe(200);
    expect(seen).toEqual([`${new URL(url).host} Basic ${btoa("me:pw")}`]);
    await expect(ask(url, trusting, through)).rejects.toThrow("fetch failed");
  });

  it.each(["before the tunnel", "in the tunnel"])(
    "is not waited for %s when the call is given up",
    async (where) => {
      const { url, world } = await secured();
      const server = createHttp();
      const begun = waiting();
      const closed = new Promise<void>((resolve) => {
        server.on("connect", (_request, socket: Duplex) => {
          socket.on("end", resolve).on("error", () => resolve());
          if (where === "in the tunnel")
            socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
          socket.on("data", begun.resolve);
          if (where === "before the tunnel") begun.resolve();
        });
      });
      const env = { ...world.env, https_proxy: `http://127.0.0.1:${await portOf(server)}` };
      const send = await transportOf(trusting, { ...world, env });
      const controller = new AbortController();
      const asked = send?.(new Request(url, { signal: controller.signal }));
      const refused = expect(asked).rejects.toThrow("tired");
      await begun.promise;
      controller.abort(new Error("tired"));
      await refused;
      await closed;
    },
  );
});
