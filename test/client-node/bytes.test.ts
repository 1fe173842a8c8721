import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { call, createClient, type CallOptions } from "../../templates/client/runtime/runtime.js";
import type { AnyResult } from "../../templates/client/runtime/runtime.js";
import { ChecksumError, digested, verified } from "../../templates/node/bytes/checksums.js";
import { resumed } from "../../templates/node/bytes/resumed.js";
import { segments } from "../../templates/node/bytes/segments.js";

async function* of(...chunks: string[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield new TextEncoder().encode(chunk);
}

async function textOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const all: Uint8Array[] = [];
  for await (const chunk of body) all.push(chunk);
  return Buffer.concat(all).toString();
}

// Of `printf 'one two' | md5sum` and `sha512sum`.
const md5 = "aae2c33a105ad3f28f39402d67a24b20";

describe("checksums", () => {
  test("of a download that is what it should be change nothing of it", async () => {
    const expected = { algorithm: "md5", value: md5 };
    expect(await textOf(verified(of("one ", "two"), expected))).toBe("one two");
  });

  test("of other bytes end the download with both digests", async () => {
    const read = textOf(verified(of("one ", "too"), { algorithm: "md5", value: md5 }));
    await expect(read).rejects.toBeInstanceOf(ChecksumError);
    await expect(read).rejects.toMatchObject({
      expected: { algorithm: "md5", value: md5 },
      found: expect.stringMatching(/^[\da-f]{32}$/),
    });
  });

  test.each<[etag: string | null, fits: boolean, why: string]>([
    [md5, true, "the digest"],
    [`"${md5}"`, true, "as an ETag has it"],
    [md5.toUpperCase(), true, "in capitals"],
    [md5.replace("5", "6"), false, "another"],
    [null, false, "the service told none"],
  ])("of an upload are held against %j: %j, %s", async (etag, fits) => {
    const sent = digested(of("one ", "two"), "md5");
    expect(() => sent.value()).toThrow("the digest is known at the end of the body");
    expect(await textOf(sent.body)).toBe("one two");
    expect(sent.value()).toBe(md5);
    const held = expect(() => sent.expect(etag));
    if (fits) held.not.toThrow();
    else held.toThrow(ChecksumError);
  });
});

describe("segments", () => {
  test.each<[chunks: string[], size: number, parts: string[], why: string]>([
    [["abcdef"], 4, ["abcd", "ef"], "one chunk in two parts"],
    [["ab", "cd", "ef"], 4, ["abcd", "ef"], "chunks joined"],
    [["ab", "", "cdefghij"], 3, ["abc", "def", "ghi", "j"], "an empty chunk within"],
    [["abcd"], 4, ["abcd"], "no empty one at the end"],
    [["abcd", ""], 2, ["ab", "cd"], "nothing behind"],
    [[], 4, [], "nothing at all"],
  ])("of %j by %j are %j: %s", async (chunks, size, parts) => {
    const found: string[] = [];
    for await (const { number, body } of segments(of(...chunks), size)) {
      expect(number).toBe(found.length + 1);
      found.push(await textOf(body));
    }
    expect(found).toEqual(parts);
  });

  test("that nobody reads are passed over", async () => {
    const found: string[] = [];
    for await (const { number, body } of segments(of("abcdef"), 2))
      if (number !== 2) found.push(await textOf(body));
    expect(found).toEqual(["ab", "ef"]);
  });

  test("of no byte are refused", async () => {
    await expect(segments(of("a"), 0).next()).rejects.toThrow("at least one byte, not 0");
  });

  test("end the source where they are given up", async () => {
    let ended = false;
    const source = (async function* () {
      try {
        yield* of("abc", "def");
      } finally {
        ended = true;
      }
    })();
    for await (const { number } of segments(source, 2)) if (number === 1) break;
    expect(ended).toBe(true);
  });
});

describe("resumed", () => {
  const open: (() => void)[] = [];
  afterEach(() => {
    for (const close of open.splice(0)) close();
  });

  /** Asks a service, over a socket, that answers as it is told; and what it was asked. */
  async function downloading(listener: RequestListener) {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push([request.headers.range, request.headers["if-range"]].join(" ").trim());
      listener(request, response);
    }).listen(0, "127.0.0.1");
    await new Promise((done) => server.once("listening", done));
    open.push(() => {
      server.closeAllConnections();
      server.close();
    });
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const client = createClient({ endpoint, token: "t" });
    const ask = (options: CallOptions) =>
      call<AnyResult>(client, "GET /file", [200, 206], {}, options, {
        accept: "*/*",
        200: "stream",
        206: "stream",
      });
    return { asked, ask };
  }

  const whole = "0123456789";

  /** Sends the first `bytes` of what is asked for from `from` on, and hangs up unless that is all. */
  function send(
    response: Parameters<RequestListener>[1],
    from: number,
    bytes: number,
    etag?: string,
  ): void {
    response.statusCode = from > 0 ? 206 : 200;
    response.setHeader("content-length", whole.length - from);
    if (etag !== undefined) response.setHeader("etag", etag);
    response.flushHeaders();
    response.write(whole.slice(from, from + bytes), () => {
      if (from + bytes >= whole.length) response.end();
      else setTimeout(() => response.destroy(), 20);
    });
  }
  const fromOf = (range = "bytes=0-"): number => Number(/\d+/.exec(range)?.[0]);

  test("asks for the rest where a download was lost, and for what it was then", async () => {
    const { asked, ask } = await downloading(({ headers }, response) => {
      send(response, fromOf(headers.range), 4, '"v1"');
    });
    expect(await textOf(resumed(ask))).toBe(whole);
    expect(asked).toEqual(["", 'bytes=4- "v1"', 'bytes=8- "v1"']);
  });

  test("passes over what it had where a service knows no ranges", async () => {
    let times = 0;
    const { ask } = await downloading((_request, response) => {
      send(response, 0, (times += 1) * 6, 'W/"v1"');
    });
    expect(await textOf(resumed(ask))).toBe(whole);
    expect(times).toBe(2);
  });

  test.each<[second: RequestListener, words: string, why: string]>([
    [
      (_request, response) => response.writeHead(200, { etag: '"v2"' }).end(whole),
      "has changed since its first bytes",
      "it is another",
    ],
    [(_request, response) => response.writeHead(404).end(), "ended with 404", "it is gone"],
  ])("ends with an error where the answer (%#) has %j: %s", async (second, words) => {
    let times = 0;
    const { ask } = await downloading((request, response) => {
      if ((times += 1) > 1) return second(request, response);
      send(response, 0, 4, '"v1"');
    });
    await expect(textOf(resumed(ask))).rejects.toThrow(words);
  });

  test("gives up where nothing comes any more", async () => {
    const { asked, ask } = await downloading(({ headers }, response) => {
      const from = fromOf(headers.range);
      send(response, from, from === 0 ? 4 : 0);
    });
    await expect(textOf(resumed(ask, 2))).rejects.toThrow();
    expect(asked).toHaveLength(3);
  });

  test("does not go on with what its caller gave up", async () => {
    const end = new AbortController();
    const { asked, ask } = await downloading((_request, response) => {
      response.writeHead(200, { "content-length": whole.length });
      response.write("0123", () => setTimeout(() => end.abort(), 20));
    });
    const read = textOf(resumed((options) => ask({ ...options, signal: end.signal })));
    await expect(read).rejects.toMatchObject({ name: "AbortError" });
    expect(asked).toHaveLength(1);
  });
});
