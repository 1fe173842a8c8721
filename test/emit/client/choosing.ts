import type { OperationObject, SchemaObject } from "../../../generator/openapi/document.js";
import { documentOf } from "./emitted.js";

const text: SchemaObject = { type: "string" };
const names: SchemaObject = { anyOf: [text, { type: "array", items: text }] };
const reference = (name: string): SchemaObject => ({ $ref: `#/components/schemas/${name}` });

/** A GET with `fields`, at versions that have it. */
function choosing(
  operationId: string,
  answer: string,
  parameters: OperationObject["parameters"] = [{ name: "fields", in: "query", schema: names }],
): OperationObject {
  return {
    operationId,
    tags: ["nodes"],
    parameters,
    responses: {
      "200": {
        description: "",
        content: { "application/json": { schema: reference(answer) } },
      },
      "404": { description: "", content: { "application/json": { schema: reference("Only") } } },
    },
    "x-restanza": { source: { file: "nodes.inc", title: operationId }, fields: "fields" },
  };
}

/** What `min-ver` says, where there are versions. */
const since = (version: string, versioned: boolean) =>
  versioned ? { "x-openstack": { "min-ver": version } } : {};

const nodeAt = (versioned: boolean): SchemaObject => ({
  type: "object",
  properties: {
    uuid: { type: "string", description: "Which node." },
    name: { type: ["string", "null"] },
    shard: { type: "string", ...since("1.82", versioned) },
  },
  required: ["uuid", "name"],
});

/** A service whose requests choose members, with microversions and without. */
export function choosingDocument(versioned: boolean) {
  return documentOf(
    {
      "/nodes": {
        get: choosing("listNodes", "NodeList", [
          { name: "limit", in: "query", schema: { type: "integer" } },
          {
            name: "fields",
            in: "query",
            description: "Only these members.",
            schema: { type: "array", items: text },
            explode: false,
            ...since("1.8", versioned),
          },
        ]),
      },
      "/nodes/{node}": { get: choosing("showNode", "Node") },
      "/ports": { get: choosing("listPorts", "PortList") },
      "/ports/{port}": { get: { ...choosing("showPort", "Port"), "x-restanza": {} } },
    },
    {
      info: { title: "Bare Metal API", version: "1" },
      components: {
        schemas: {
          Node: nodeAt(versioned),
          NodeList: {
            type: "object",
            properties: { nodes: { type: "array", items: reference("Node") }, next: text },
            required: ["nodes"],
          },
          Port: {
            type: "object",
            properties: { uuid: text, mac: text },
            required: ["uuid", "mac"],
          },
          PortList: {
            type: "object",
            properties: { ports: { type: "array", items: reference("Port") } },
            required: ["ports"],
          },
          Only: { type: "object", properties: { message: text }, required: ["message"] },
        },
      },
      "x-restanza": {
        service: "baremetal",
        faults: { default: "Only" },
        ...(versioned && {
          microversions: {
            minimum: "1.1",
            maximum: "1.82",
            headers: [{ name: "OpenStack-API-Version", value: "baremetal {version}" }],
          },
        }),
      },
    },
  );
}

/** Names of all lengths, so that every form has to break, and one fits to the column. */
export const choosingLengths = documentOf(
  Object.fromEntries(
    Array.from({ length: 48 }, (_, length) => [
      `/${length}`,
      { get: choosing(`list${"s".repeat(length)}`, `Answer${"s".repeat(length)}`) },
    ]),
  ),
  {
    components: {
      schemas: Object.fromEntries([
        ["Only", { type: "object" }],
        ...Array.from({ length: 48 }, (_, length) => [
          `Answer${"s".repeat(length)}`,
          {
            type: "object",
            properties: {
              [`list${"s".repeat(length)}`]: {
                type: "array",
                items: {
                  type: "object",
                  properties: { a: text, b: { ...text, "x-openstack": { "min-ver": "2.5" } } },
                },
              },
            },
          },
        ]),
      ]),
    },
    "x-restanza": {
      service: "test",
      microversions: {
        minimum: "2.1",
        maximum: "2.20",
        headers: [{ name: "Version", value: "{version}" }],
      },
    },
  },
);

/** How people use it, and by `@ts-expect-error` what must not compile. */
export const choosingUsage = String.raw`
import { createBaremetal } from "./client/bound.js";
import { createBaremetalClient } from "./client/baremetal.js";
import type { FieldOf } from "./client/index.js";
import { listNodes, listPorts, showNode, type ListPortsInput, type ListPortsResult } from "./client/nodes.js";
import type { ListPortsQuery, Node_ as Node, Port } from "./types.js";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(..._: Same<A, B> extends true ? [] : ["differ"]): void => {};

const endpoint = "https://cloud.example/baremetal";
const client = createBaremetalClient({ endpoint });
const bound = createBaremetal({ endpoint });

export async function use(some: string[], maybe: readonly ["uuid"] | undefined): Promise<void> {
  // Without fields, everything: the very type of the answer.
  const all = (await listPorts(client).orThrow()).ports;
  same<typeof all, Port[]>();
  const limited = (await listNodes(client, { query: { limit: 2 } }).orThrow()).nodes;
  same<typeof limited, Node[]>();

  // With them, those.
  const result = await listPorts(client, { query: { fields: ["uuid"] } });
  if (result.status === 200) same<typeof result.body.ports, Pick<Port, "uuid">[]>();
  const [node] = (await listNodes(client, { query: { fields: ["uuid", "name"] } }).orThrow()).nodes;
  const name: string | null | undefined = node?.name;
  // @ts-expect-error: nobody asked for it
  void node?.shard;
  void name;

  // One text, a constant, and what may be there.
  const one = await listPorts(client, { query: { fields: "mac" } }).orThrow();
  same<typeof one.ports, Pick<Port, "mac">[]>();
  const wanted = ["uuid", "mac"] as const;
  const both = await listPorts(client, { query: { fields: wanted } }).orThrow();
  same<typeof both.ports, Pick<Port, "uuid" | "mac">[]>();
  const perhaps = await listPorts(client, { query: { fields: maybe } }).orThrow();
  same<typeof perhaps.ports, Pick<Port, "uuid">[]>();

  // Nobody knows which: any of them may be missing.
  const unknown = await listPorts(client, { query: { fields: some } }).orThrow();
  same<typeof unknown.ports, Partial<Port>[]>();
  const query: ListPortsQuery = { fields: some };
  const hidden = await listPorts(client, { query }).orThrow();
  same<typeof hidden.ports, Partial<Port>[]>();

  // What the documentation does not know may be asked for, and is of any kind.
  const [more] = (await listPorts(client, { query: { fields: ["uuid", "x:lid"] } }).orThrow()).ports;
  const lid: unknown = more?.["x:lid"];
  void lid;

  // No wrapper: the answer is the resource.
  const show = await showNode(client, { path: { node: "1" }, query: { fields: ["uuid"] } }).orThrow();
  const uuid: string = show.uuid;
  // @ts-expect-error: nobody asked for it
  void show.name;
  void uuid;

  // As methods of one object, too.
  const methods = await bound.listPorts({ query: { fields: ["mac"] } }).orThrow();
  same<typeof methods.ports, Pick<Port, "mac">[]>();
  const shown = await bound.showNode({ path: { node: "1" } }).orThrow();
  same<typeof shown, Node>();

  // A request and a result with names of their own.
  const request: ListPortsInput<"uuid"> = { query: { fields: ["uuid"] } };
  const answered: ListPortsResult<"uuid"> = await listPorts(client, request);
  const offered: FieldOf<ListPortsResult, "ports"> = "mac";
  void [answered, offered];

  // @ts-expect-error: not a name
  void listPorts(client, { query: { fields: [1] } });
  // @ts-expect-error: no such parameter
  void listPorts(client, { query: { fields: ["uuid"], lid: 1 } });
}
`;

/** The same at versions: before 1.8 there is no such parameter, and before 1.82 no shard. */
export const choosingVersions = String.raw`
import { createBaremetal } from "./client/bound.js";
import { createBaremetalClient } from "./client/baremetal.js";
import { listNodes, showNode } from "./client/nodes.js";

const endpoint = "https://cloud.example/baremetal";
const at1_1 = createBaremetalClient({ endpoint, microversion: "1.1" });
const at1_8 = createBaremetalClient({ endpoint, microversion: "1.8" });
const at1_82 = createBaremetalClient({ endpoint, microversion: "1.82" });
const bound = createBaremetal({ endpoint, microversion: "1.82" });

export async function use(): Promise<void> {
  // @ts-expect-error: 1.8 brings it
  void listNodes(at1_1, { query: { fields: ["uuid"] } });
  const old = await listNodes(at1_8, { query: { fields: ["uuid", "shard"] } }).orThrow();
  const uuid: string | undefined = old.nodes[0]?.uuid;
  const shard: unknown = old.nodes[0]?.shard;
  const now = await listNodes(at1_82, { query: { fields: ["shard"] } }).orThrow();
  const known: string | undefined = now.nodes[0]?.shard;
  // @ts-expect-error: nobody asked for it
  void now.nodes[0]?.uuid;
  const show = await showNode(at1_82, { path: { node: "1" }, query: { fields: "name" } }).orThrow();
  const name: string | null = show.name;
  const [method] = (await bound.listNodes({ query: { fields: ["shard"] } }).orThrow()).nodes;
  const same: string | undefined = method?.shard;
  void [uuid, shard, known, name, same];
}
`;
