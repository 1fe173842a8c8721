import { describe, expect, it, test } from "vitest";
import { negotiating, pinned } from "../../templates/client/runtime/negotiation.js";
import { requestOf } from "../../templates/client/runtime/request.js";
import type { Send } from "../../templates/client/runtime/runtime.js";

const documented = {
  minimum: "2.1",
  maximum: "2.80",
  headersAt: (version: string) => ({
    "openstack-api-version": `box ${version}`,
    "x-openstack-box-api-version": version,
  }),
};

const url = "https://cloud.example/v2/boxes";
const words = "Version 2.80 is not supported by the API. Minimum is 2.0 and maximum is 2.75.";
const named = JSON.stringify({ notAcceptable: { code: 406, message: words } });

/** A service that has nothing newer than `maximum`, and says so by `body` and `headers`. */
function service(maximum: number, body: string, headers: Readonly<Record<string, string>> = {}) {
  const asked: string[] = [];
  const bodies: string[] = [];
  const send: Send = async (request) => {
    const version = request.headers.get("x-openstack-box-api-version") ?? "";
    asked.push(version);
    bodies.push(await requestOf(request).text());
    return Number(version.split(".")[1]) > maximum
      ? new Response(body, { status: 406, headers })
      : new Response("{}");
  };
  return { asked, bodies, send };
}

const request = (init: RequestInit = {}, version = "2.80") =>
  new Request(url, { ...init, headers: { ...documented.headersAt(version), ...init.headers } });

describe("a 406 names its bounds", () => {
  test.each<[body: string, headers: Readonly<Record<string, string>>, why: string]>([
    [named, {}, "in words"],
    [
      JSON.stringify({ errors: [{ status: 406, min_version: "2.0", max_version: "2.75" }] }),
      {},
      "in members of the list of faults",
    ],
    [
      JSON.stringify({
        error_message: JSON.stringify({
          faultstring: "The supported version range is: [2.0, 2.75].",
        }),
      }),
      {},
      "as a range, in a JSON that is a text",
    ],
    ["Unsupported API version 2.80, supported range is 2.0 to 2.75", {}, "as a range in words"],
    [
      "",
      {
        "OpenStack-API-Minimum-Version": "box 2.0",
        "OpenStack-API-Maximum-Version": "box 2.75",
      },
      "in headers",
    ],
    [
      named.replace("2.75", "2.7"),
      {
        "X-OpenStack-Box-API-Minimum-Version": "2.0",
        "X-OpenStack-Box-API-Maximum-Version": "2.75",
      },
      "headers are plainer than words",
    ],
  ])("%j, %j: %s", async (body, headers) => {
    const { asked, send } = service(75, body, headers);
    const negotiate = negotiating(send, documented);
    expect((await negotiate(request())).status).toBe(200);
    await negotiate(request());
    expect(asked).toEqual(["2.80", "2.75", "2.75"]);
  });

  test.each<[body: string, why: string]>([
    [words.replace("2.75", "2.99"), "the version is within: something else was not acceptable"],
    [words.replace("2.75", "1.99").replace("2.0", "1.0"), "nothing is in both"],
    [words.replace("2.75", "2.80"), "the asked version is the last that there is"],
  ])("it is the answer where %j (%s)", async (body) => {
    const { asked, send } = service(75, body);
    const response = await negotiating(send, documented)(request());
    expect([response.status, await response.text()]).toEqual([406, body]);
    expect(asked).toEqual(["2.80"]);
  });
});

test.each<[body: string]>([
  [words.replace("Minimum is 2.0 and m", "M")],
  [words.replace(" and maximum is 2.75", "")],
])("a 406 that names one end is no range: the version document is asked (%j)", async (body) => {
  const { asked, send } = service(75, body);
  expect((await negotiating(send, documented)(request())).status).toBe(406);
  expect(asked).toEqual(["2.80", ""]);
});

describe("the newest that both know", () => {
  test.each<[body: string, next: string, why: string]>([
    ["supported range is: [10.12,10.75]", "10.75", "without a space, with majors of two digits"],
    ["supported range is 10.10 - 10.5", "10.5", "which is before 10.10 in the docs, yet theirs"],
  ])("%j", async (body, next) => {
    const asked: string[] = [];
    const negotiate = negotiating(
      async (one) => {
        const version = one.headers.get("x-openstack-box-api-version") ?? "";
        asked.push(version);
        return version === "10.80" ? new Response(body, { status: 406 }) : new Response("{}");
      },
      { ...documented, minimum: "10.1", maximum: "10.80" },
    );
    await negotiate(request({}, "10.80"));
    expect(asked).toEqual(["10.80", next]);
  });

  it("may be the first of the docs", async () => {
    const { asked, send } = service(1, words.replace("2.75", "2.1"));
    await negotiating(send, documented)(request());
    expect(asked).toEqual(["2.80", "2.1"]);
  });

  it("is not looked for once a version was taken: a later 406 is about something else", async () => {
    let taken = true;
    const send: Send = async () => {
      const answer = taken ? new Response("{}") : new Response(named, { status: 406 });
      taken = false;
      return answer;
    };
    const negotiate = negotiating(send, documented);
    expect((await negotiate(request())).status).toBe(200);
    const second = request();
    expect((await negotiate(second)).status).toBe(406);
    expect(second.headers.get("openstack-api-version")).toBe("box 2.80");
  });
});

describe("a 406 names no bounds, and the version document does", () => {
  const v2 = { id: "v2.0", status: "CURRENT", min_version: "2.0", version: "2.75" };
  const v1 = { id: "v1.0", status: "DEPRECATED", min_version: "", version: "" };

  /** A service that answers 406 in no words, and has a version document. */
  function withDocument(document: unknown, status = 200) {
    const calls: string[] = [];
    const { send: answer } = service(75, "");
    const send: Send = (one) => {
      const version = one.headers.get("x-openstack-box-api-version");
      calls.push(`${one.method} ${new URL(one.url).pathname} ${version}`);
      if (version !== null) return answer(one);
      const body = typeof document === "string" ? document : JSON.stringify(document);
      return Promise.resolve(new Response(body, { status }));
    };
    return { calls, send };
  }

  test.each<[document: unknown, why: string]>([
    [{ versions: [v1, v2] }, "in a list of all"],
    [{ version: v2 }, "alone"],
    [{ id: "v2", name: "boxes", version: { ...v2, links: [] } }, "in a description of the API"],
    [{ versions: { values: [v2] } }, "in a list that is wrapped"],
    [{ versions: [{ min_version: "3.0", max_version: "3.9" }, v2] }, "beside another API"],
    [{ versions: [{ min_version: "2.0", max_version: "2.75" }] }, "by its other name"],
  ])("%j (%s)", async (document) => {
    const { calls, send } = withDocument(document);
    const negotiate = negotiating(send, documented);
    expect((await negotiate(request({ method: "POST", body: "{}" }))).status).toBe(406);
    expect((await negotiate(request())).status).toBe(200);
    expect(calls).toEqual(["POST /v2/boxes 2.80", "GET /v2/ null", "GET /v2/boxes 2.75"]);
  });

  test.each<[document: unknown, why: string]>([
    [{ versions: [v1] }, "names none"],
    [{ versions: [{ min_version: "3.0", version: "3.9" }] }, "is of another API"],
    ["<html>", "is no JSON"],
    [null, "says nothing"],
    [{ version: { min_version: 2, version: 2.75 } }, "has numbers, in which 2.70 is 2.7"],
    [{ version: { min_version: "2.0", version: "2.75.1" } }, "names what is no microversion"],
    [
      { version: { min_version: "2.0", version: "v2.75" } },
      "names what is no microversion, either",
    ],
    [{ version: { min_version: "none", version: "2.75" } }, "names one end"],
    [{ a: { b: { c: { d: v2 } } } }, "has versions far inside, of something else"],
  ])("the 406 is the answer where it is %j (%s)", async (document) => {
    const { calls, send } = withDocument(document);
    const negotiate = negotiating(send, documented);
    expect((await negotiate(request())).status).toBe(406);
    expect((await negotiate(request())).status).toBe(406);
    // It is looked for once.
    expect(calls).toEqual(["GET /v2/boxes 2.80", "GET /v2/ null", "GET /v2/boxes 2.80"]);
  });

  it("serves all requests that wait for it", async () => {
    const { calls, send } = withDocument({ versions: [v1, v2] });
    const negotiate = negotiating(send, documented);
    const answers = await Promise.all([negotiate(request()), negotiate(request())]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(calls.filter((call) => call === "GET /v2/ null")).toHaveLength(1);
  });

  it("is looked for again where the request that looked for it was given up", async () => {
    const { calls, send } = withDocument({ version: v2 });
    const given = new AbortController();
    let isSilent = true;
    const negotiate = negotiating(async (one) => {
      const answer = await send(one);
      if (!isSilent || !one.url.endsWith("/v2/")) return answer;
      given.abort();
      one.signal?.throwIfAborted();
      return answer;
    }, documented);
    expect((await negotiate(request({ signal: given.signal }))).status).toBe(406);
    isSilent = false;
    expect((await negotiate(request())).status).toBe(200);
    expect(calls.filter((call) => call === "GET /v2/ null")).toHaveLength(2);
  });

  it("is not followed elsewhere, with the token", async () => {
    const redirects: unknown[] = [];
    const { send } = withDocument({ versions: [v1, v2] });
    const negotiate = negotiating((one) => {
      redirects.push(one.redirect);
      return send(one);
    }, documented);
    await negotiate(request({ redirect: "manual" }));
    expect(redirects).toEqual(["manual", "manual", "manual"]);
  });

  test.each<[path: string, root: string, why: string]>([
    ["/compute/v2.1/boxes", "/compute/v2.1/", "below a prefix"],
    ["/v10/boxes", "/v10/", "a major of two digits"],
    ["/v2.10", "/v2.10/", "at the end of a path"],
    ["/v2/v3/boxes", "/v2/", "the first of two"],
    ["/v2x/v2/boxes", "/v2x/v2/", "behind a word that begins alike"],
  ])("and is looked for from %s at %s (%s)", async (path, root) => {
    const { calls, send } = withDocument({ version: v2 });
    const one = new Request(`https://cloud.example${path}`, request());
    expect((await negotiating(send, documented)(one)).status).toBe(200);
    expect(calls).toEqual([`GET ${path} 2.80`, `GET ${root} null`, `GET ${path} 2.75`]);
  });

  it("is asked for as JSON", async () => {
    const accepted: (string | null)[] = [];
    const { send } = withDocument({ version: v2 });
    await negotiating((one) => {
      accepted.push(one.headers.get("accept"));
      return send(one);
    }, documented)(request());
    expect(accepted[1]).toBe("application/json");
  });

  it("is not looked for where the path has no version", async () => {
    const { calls, send } = withDocument({ version: v2 });
    const one = new Request("https://v2.cloud.example/boxes", request());
    expect((await negotiating(send, documented)(one)).status).toBe(406);
    expect(calls).toEqual(["GET /boxes 2.80"]);
  });
});

describe("what is sent again", () => {
  it("is asked for once: a second 406 is the answer", async () => {
    const { asked, send } = service(10, named);
    const response = await negotiating(send, documented)(request());
    expect(response.status).toBe(406);
    expect(asked).toEqual(["2.80", "2.75"]);
  });

  it("has its JSON again", async () => {
    const { bodies, send } = service(75, named);
    const headers = { "content-type": "application/json" };
    await negotiating(send, documented)(request({ method: "POST", body: '{"a":1}', headers }));
    expect(bodies).toEqual(['{"a":1}', '{"a":1}']);
  });

  it("is no upload, which may be read but once; the next is right at once", async () => {
    const { asked, send } = service(75, named);
    const negotiate = negotiating(send, documented);
    const body = new Blob(["bytes"]).stream();
    const upload = { method: "PUT", body, duplex: "half" } as RequestInit;
    expect((await negotiate(request(upload))).status).toBe(406);
    expect((await negotiate(request())).status).toBe(200);
    expect(asked).toEqual(["2.80", "2.75"]);
  });

  it("shows in the headers of the request that was given", async () => {
    const one = request();
    await negotiating(service(75, named).send, documented)(one);
    expect(one.headers.get("openstack-api-version")).toBe("box 2.75");
  });

  it("is nothing where the service has what docs have", async () => {
    const { asked, send } = service(99, named);
    const negotiate = negotiating(send, documented);
    await negotiate(request());
    await negotiate(request());
    expect(asked).toEqual(["2.80", "2.80"]);
  });
});

describe("a version of its own", () => {
  it("in a call's headers is never moved", async () => {
    const { asked, send } = service(75, named);
    const negotiate = negotiating(send, documented);
    await negotiate(request());
    expect((await negotiate(request({}, "2.79"))).status).toBe(406);
    expect(
      (await negotiate(request({ headers: { "x-openstack-box-api-version": "2.78" } }))).status,
    ).toBe(406);
    expect(asked).toEqual(["2.80", "2.75", "2.79", "2.78"]);
  });

  it("of a pinned client is sent as before anything was negotiated", async () => {
    const { asked, send } = service(75, named);
    const negotiate = negotiating(send, documented);
    expect(pinned(negotiate)).toBe(send);
    expect(pinned(negotiating(negotiate, documented))).toBe(send);
    expect(pinned(send)).toBe(send);
    expect((await pinned(negotiate)(request())).status).toBe(406);
    expect(asked).toEqual(["2.80"]);
  });
});
