import Fastify, { type FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CheckedReply } from "../../templates/server/runtime/entries.js";
import { choosingDocument } from "../emit/client/choosing.js";
import { emitted, load } from "../emit/server/emitted.js";
import { inject, noted } from "./example.js";

/** What is sent where a request names the members that it wants. */

const node = { uuid: "1", name: null };
const port = { uuid: "2", mac: "aa:bb", toString: "own" };
const checked: CheckedReply[] = [];
let app: FastifyInstance;

beforeAll(async () => {
  const { plugin, routes, service } = await emitted(choosingDocument(false)).then(load);
  const handlers = {
    nodes: {
      listNodes: noted("listNodes", (_, { reply }) => reply(200, { nodes: [node], next: "n" })),
      showNode: noted("showNode", ({ path }, { reply }) =>
        path?.["node"] === "none" ? reply(404, { message: "none" }) : reply(200, node),
      ),
      listPorts: noted("listPorts", async (_, { reply }) => reply(200, { ports: [port, port] })),
      showPort: noted("showPort", (_, { reply }) => reply(200, port)),
    },
  };
  const checkReply = (answer: CheckedReply) => void checked.push(answer);
  app = Fastify();
  await app.register(plugin(service, routes, handlers, { checkReply }));
}, 60_000);
afterAll(() => app.close());

describe("an answer has what its request names", () => {
  test.each<[string, number, unknown, string]>([
    ["/ports", 200, { ports: [port, port] }, "nothing named: everything"],
    [
      "/ports?fields=mac",
      200,
      { ports: [{ mac: "aa:bb" }, { mac: "aa:bb" }] },
      "of each of a list",
    ],
    [
      "/ports?fields=mac&fields=uuid",
      200,
      {
        ports: [
          { uuid: "2", mac: "aa:bb" },
          { uuid: "2", mac: "aa:bb" },
        ],
      },
      "named twice",
    ],
    ["/ports?fields=lid", 200, { ports: [{}, {}] }, "what there is not"],
    [
      "/ports?fields=toString",
      200,
      { ports: [{ toString: "own" }, { toString: "own" }] },
      "its own members",
    ],
    ["/ports?fields=", 200, { ports: [port, port] }, "the empty name: nothing named"],
    ["/nodes?fields=uuid,name", 200, { nodes: [node], next: "n" }, "one text, and pages stay"],
    ["/nodes?fields=name", 200, { nodes: [{ name: null }], next: "n" }, "null is a value"],
    ["/nodes/1?fields=uuid", 200, { uuid: "1" }, "without a wrapper"],
    ["/nodes/none?fields=uuid", 404, { message: "none" }, "faults are whole"],
    ["/ports/2?fields=mac", 200, port, "an operation that does not say so"],
  ])("GET %s", async (path, status, body) => {
    expect(await inject(app, `GET ${path}`)).toMatchObject({ status, body });
    expect((await inject(app, `GET ${path}`)).body).toEqual(body);
  });
});

test.each<[string, unknown, string]>([
  ["/ports?fields=mac", ["mac"], "repeated: a list, also of one"],
  ["/nodes?fields=uuid,name", ["uuid", "name"], "joined by commas"],
  ["/nodes?fields=uuid,name&fields=lid", ["uuid", "name", "lid"], "joined and repeated"],
  ["/nodes?fields=", [], "joined: nothing"],
])("a handler of GET %s is asked for %j (%s)", async (path, fields) => {
  const { called } = await inject(app, `GET ${path}`);
  expect(called?.request).toMatchObject({ query: { fields } });
});

test("a check of answers is told that members may be missing", async () => {
  checked.length = 0;
  await inject(app, "GET /ports?fields=mac");
  await inject(app, "GET /ports");
  expect(checked.map(({ isPart }) => isPart)).toEqual([true, false]);
});
