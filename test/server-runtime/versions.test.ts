import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import type { Conventions } from "../../templates/server/runtime/runtime.js";
import { ask as askAt, inject, listen, noted, post, serve } from "./example.js";

/** Which microversion a request is answered in. */

let app: FastifyInstance;
let base = "";
beforeAll(async () => {
  app = await serve({ options: { onError: () => undefined } });
  base = await listen(app);
}, 60_000);
afterAll(() => app.close());

const ask = (request: string, init?: RequestInit) => askAt(base, request, init);
const at = (version: string): RequestInit => ({
  headers: { "OpenStack-API-Version": `compute ${version}` },
});

describe("microversions", () => {
  test.each([
    // headers                                                              why                          agreed
    [{}, "no header: the minimum", "2.1"],
    [{ "OpenStack-API-Version": "compute 2.30" }, "the ordinary case", "2.30"],
    [{ "openstack-api-version": "volume 3.50, compute 2.9" }, "one of several", "2.9"],
    [{ "OpenStack-API-Version": "volume 3.50" }, "another service's: the minimum", "2.1"],
    [{ "OpenStack-API-Version": "compute 2.9, compute 2.30" }, "several: the last", "2.30"],
    [{ "OpenStack-API-Version": "COMPUTE 2.9" }, "the word in capitals", "2.9"],
    [{ "OpenStack-API-Version": "compute" }, "the word alone", "2.1"],
    [{ "OpenStack-API-Version": "  compute   2.9  " }, "spaces", "2.9"],
    [{ "X-OpenStack-Nova-API-Version": "2.35" }, "the older header", "2.35"],
    [
      { "OpenStack-API-Version": "compute 2.2", "X-OpenStack-Nova-API-Version": "2.35" },
      "the newer one is stronger",
      "2.2",
    ],
    [
      { "OpenStack-API-Version": "volume 3.50", "X-OpenStack-Nova-API-Version": "2.35" },
      "unless it says nothing to us",
      "2.35",
    ],
  ])("%j: %s", async (headers, _why, agreed) => {
    const { status, called, headers: said } = await ask("GET /v2.1/images", { headers });
    expect({ status, version: called?.microversion }).toEqual({ status: 200, version: agreed });
    expect(said.get("openstack-api-version")).toBe(`compute ${agreed}`);
    expect(said.get("x-openstack-nova-api-version")).toBe(agreed);
    expect(said.get("vary")).toBe("OpenStack-API-Version, X-OpenStack-Nova-API-Version");
  });

  it("knows `latest`", async () => {
    const { headers } = await ask("POST /v2.1/servers/1/action", {
      ...post({ lock: null }, { "OpenStack-API-Version": "compute latest" }),
    });
    expect(headers.get("openstack-api-version")).toBe("compute 2.96");
  });

  test.each([
    ["2.36", 404, "after the last that has it"],
    ["2.100", 406, "text, and not 2.10"],
    ["2.999", 406, "after the last of the service"],
    ["1.0", 406, "before the first"],
    ["two", 400, "malformed"],
    ["2", 400, "half of one"],
    ["2.01", 400, "a zero too many"],
    ["02.1", 400, "also in front"],
    ["2.30 x", 400, "a word too many"],
    ["LATEST", 400, "capitals"],
    ["-2.30", 400, "a sign"],
    ["2.30.1", 400, "a part too many"],
  ])("%s is %i (%s)", async (version, status) => {
    const answer = await ask("GET /v2.1/images", at(version));
    expect(answer.status).toBe(status);
    expect(answer.called).toBeUndefined();
    const echo = status === 400 ? null : `compute ${version}`;
    expect(answer.headers.get("openstack-api-version")).toBe(echo);
  });
});

describe("conventions of services", () => {
  const header = "openstack-api-version";
  test.each<[Conventions, string, number, string | undefined]>([
    // convention                    header                        status  agreed
    [{ repeatedVersion: "first" }, "compute 2.9, compute 2.30", 200, "2.9"],
    [{ repeatedVersion: "last" }, "compute 2.9, compute 2.30", 200, "2.30"],
    [{ wordInCapitals: false }, "COMPUTE 2.9", 200, "2.1"],
    [{ wordInCapitals: false, otherServices: 400 }, "COMPUTE 2.9", 400, undefined],
    [{ otherServices: 400 }, "volume 3.5", 400, undefined],
    [{ otherServices: "minimum" }, "volume 3.5", 200, "2.1"],
    [{ wordAlone: 400 }, "compute", 400, undefined],
    [{ wordAlone: "minimum" }, "compute", 200, "2.1"],
    [{ malformedVersion: 406 }, "compute two", 406, undefined],
    [{ leadingZeros: "number" }, "compute 2.05", 200, "2.5"],
    [{ leadingZeros: "number" }, "compute 02.5", 200, "2.5"],
    [{ leadingZeros: 400 }, "compute 2.05", 400, undefined],
    [{ latestInCapitals: true }, "compute LATEST", 404, undefined],
    [{ latestInCapitals: false }, "compute LATEST", 400, undefined],
  ])("%j: %s is %i, %s", async (conventions, said, status, agreed) => {
    const own = await serve({ service: { conventions } });
    const answer = await inject(own, "GET /v2.1/images", { [header]: said });
    expect(answer.status).toBe(status);
    expect(answer.called?.microversion).toBe(agreed);
  });

  it("takes `latest` where that is known alone", async () => {
    const microversions = { minimum: "2.1", maximum: "2.30", headers: [] };
    const headers = [{ name: "OpenStack-API-Version", value: "compute {version}" }];
    const status = async (latest: boolean): Promise<number> => {
      const own = await serve({
        service: { microversions: { ...microversions, headers, latest } },
      });
      return (await inject(own, "GET /v2.1/images", { [header]: "compute latest" })).status;
    };
    expect([await status(true), await status(false)]).toEqual([200, 400]);
  });

  it("reads each of many different headers anew", async () => {
    for (let minor = 1; minor <= 300; minor++) {
      const said = `compute 2.${(minor % 35) + 1}${" ".repeat(minor)}`;
      const { called } = await inject(app, "GET /v2.1/images", { [header]: said });
      expect(called?.microversion).toBe(`2.${(minor % 35) + 1}`);
    }
  });
});

describe("answers of a microversion", () => {
  test.each([
    // asked   answered as at  status  why
    ["2.30", "2.10", 200, "a later one has what an earlier has, until it changes"],
    ["2.10", "2.10", 200, "the very same"],
    ["2.9", "2.10", 500, "what the client did not ask for"],
  ])("to %s as at %s are %i (%s)", async (asked, version, status, _why) => {
    const errors: unknown[] = [];
    const listImages = noted("listImages", (_, { replyAt }) =>
      replyAt(version, 200, { images: [] }),
    );
    const own = await serve({
      handlers: { images: { listImages } },
      options: { onError: (error) => errors.push(error) },
    });
    const headers = { "openstack-api-version": `compute ${asked}` };
    expect((await inject(own, "GET /v2.1/images", headers)).status).toBe(status);
    const told = "TypeError: An answer of 2.10 to a request of 2.9";
    expect(errors.map(String)).toEqual(status === 500 ? [told] : []);
  });
});
