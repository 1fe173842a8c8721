import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { compareDocuments } from "../../generator/diff/diff.js";
import { type Built, build } from "../../generator/pipeline/build.js";
import { disguised } from "../diff/disguise.js";
import { compareTypes, hasMembersInMap } from "../emit/types/oracle.js";
import { readmeTasks } from "../../scripts/real/tasks.mjs";
import { settings } from "../emit/client/compile.js";
import { compileNatively } from "../emit/native-compiler.js";
import { sentHeaders } from "../../scripts/headers/sent-headers.js";
import { saidOfBodies } from "../emit/said-of-bodies.js";
import { corpora, haveCorpora, services } from "../rst/corpora.js";

/*
 * What is made of each real tree. It is generated once; trees.test.ts has what is read of it.
 */

const trees: readonly (readonly [
  tree: string,
  service: string,
  sent: readonly string[],
  why: string,
])[] = [
  ["cinder", "block-storage", ["openstack-api-version: volume latest"], "the word is not the type"],
  ["glance", "image", [], "known to have none"],
  ["heat", "orchestration", [], "known to have none"],
  ["keystone", "identity", [], "bounds, and yet none"],
  ["magnum", "container-infrastructure-management", [], "docs name no version"],
  [
    "manila",
    "shared-file-system",
    ["x-openstack-manila-api-version: 2.99"],
    "latest is not taken, and the older header is read alone",
  ],
  ["neutron-lib", "network", [], "known to have none"],
  [
    "nova",
    "compute",
    ["openstack-api-version: compute latest", "x-openstack-nova-api-version: latest"],
    "the older header beside it",
  ],
  ["placement", "placement", ["openstack-api-version: placement latest"], "no older header"],
  ["swift", "object-store", [], "known to have none"],
];

/** How many types were held against those of openapi-typescript, and how many differ. */
const compared = { schemas: 0, apart: 0 };

test.runIf(haveCorpora)("every tree of ../shared/corpora is looked at", () => {
  expect(trees.map(([tree]) => tree)).toEqual(services);
});

/** The services of the tasks of the README, and what is made of them. */
const ofTasks = ["block-storage", "compute", "identity", "image"];
const clients = new Map<string, Built["files"]>();

describe.runIf(haveCorpora).each(trees)("%s", (tree, service, sent) => {
  let built: Built;
  beforeAll(async () => {
    const path = fileURLToPath(new URL(tree, corpora));
    built = await build({ path }, { emit: ["types", "client"] });
    if (ofTasks.includes(service)) clients.set(service, built.files);
  }, 300_000);

  test("beside itself, in other clothes, nothing has changed", () => {
    const { document } = built;
    expect(compareDocuments(document, disguised(document))).toEqual([]);
  });

  test(
    "client and server say the same of the body of each answer",
    { timeout: 300_000 },
    async () => {
      const { client, server } = await saidOfBodies(built.model, built.files);
      const both = [...client.keys()].filter((key) => server.has(key));
      expect(both.length).toBeGreaterThan(20);
      const apart = both.filter((key) => client.get(key) !== server.get(key));
      expect(apart.map((key) => `${key}: ${client.get(key)}, ${server.get(key)}`)).toEqual([]);
    },
  );

  test(
    "the type of each schema and that of openapi-typescript accept each other",
    { timeout: 300_000 },
    async () => {
      const { document } = built;
      const { schemas, apart } = await compareTypes(document);
      expect(schemas).toBe(Object.keys(document.components?.schemas ?? {}).length);
      const others = [...apart].filter(([name]) => !hasMembersInMap(document, name));
      expect(others).toEqual([]);
      for (const how of apart.values()) expect(how).toBe("ours is wider");
      compared.schemas += schemas;
      compared.apart += apart.size;
    },
  );

  test(
    "the client sends the version headers that are known, unasked",
    { timeout: 300_000 },
    async () => {
      const found = await sentHeaders(built);
      expect(found.service).toBe(service);
      expect(found.sent).toEqual(sent);
      expect(found.sent).toEqual(found.expected);
    },
  );
});

test.runIf(haveCorpora)(
  "of all types, only those with members beside a map differ, and few",
  () => {
    expect(compared.schemas).toBeGreaterThan(2500);
    expect(compared.apart).toBeGreaterThan(0);
    expect(compared.apart).toBeLessThan(compared.schemas / 100);
  },
);

test.runIf(haveCorpora)("the tasks of the README are short, and compile as they stand", () => {
  const tasks = readmeTasks();
  expect(tasks).toHaveLength(12);
  const long = tasks.filter(({ ours }) => (ours.match(/^.+$/gm) ?? []).length > 10);
  expect(long).toEqual([]);
  const files = new Map(tasks.map(({ ours }, index) => [`task-${index + 1}.ts`, ours]));
  for (const [service, emitted] of clients)
    for (const { path, text } of emitted) files.set(`${service}/${path}`, text);
  // What a package has once for all stands beside one of them.
  const node = new URL("../../generated/node/", import.meta.url);
  for (const path of readdirSync(node, { recursive: true, encoding: "utf8" }))
    if (path.endsWith(".ts"))
      files.set(`compute/node/${path}`, readFileSync(new URL(path, node), "utf8"));
  const paths = {
    "@example/openstack/node": ["./compute/node/connect.ts"],
    "@example/openstack/*": ["./*/client/index.ts"],
  };
  expect(compileNatively(files, { ...settings.node, paths })).toEqual([]);
});
