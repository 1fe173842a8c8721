// What a request costs the emitted server, beside the same service written by hand: CPU of the
// server's process alone, under the same load from another one, in turns.
import { fork } from "node:child_process";
import { once } from "node:events";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { load } from "./server/load.mjs";
import { known } from "./server/store.mjs";
import { table } from "./table.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const repository = join(here, "..", "..");

const requests = [
  ["list, with a query", 200, "GET", "/v2.1/images?limit=5&name=fakeimage7&minRam=0"],
  ["show", 200, "GET", `/v2.1/images/${known}`],
  ["create, with a body", 200, "POST", `/v2.1/images/${known}/metadata`, { metadata: { a: "b" } }],
  ["a fault of a handler: 404", 404, "GET", `/v2.1/images/${known.replace("7", "8")}`],
  ["a refused query: 400", 400, "GET", "/v2.1/images?limit=some"],
  ["an unknown path: 404", 404, "GET", "/v2.1/pictures"],
];

/** Prints a row for each operation: the median CPU for a request of both, and their ratio. */
export async function server({ home, rounds = 15, count = 400, connections = 8 }) {
  const path = await bundled(join(home, "served.mjs"));
  const both = [await started("generated", path), await started("hand-written", path)];
  const rows = [];
  try {
    for (const [name, status, ...request] of requests) {
      const bytes = bytesOf(...request);
      const times = [[], []];
      // The first rounds are for the compiler.
      for (let round = -3; round < rounds; round++) {
        // Who comes first changes, so that neither has the machine to itself.
        for (const each of round % 2 === 0 ? [0, 1] : [1, 0]) {
          const used = await measured(both[each], bytes, status, { count, connections });
          if (round >= 0) times[each].push(used / (count * connections));
        }
      }
      const [ours, theirs] = times.map(median);
      const ratio = median(times[0].map((time, round) => time / times[1][round]));
      rows.push([name, micro(ours), micro(theirs), ratio]);
    }
  } finally {
    for (const { child } of both) child.kill();
  }
  const all = rows.map((row) => row[3]);
  const mean = Math.exp(all.reduce((sum, each) => sum + Math.log(each), 0) / all.length);
  console.log("\n## What a request costs the server\n");
  console.log(
    `CPU of the server's process for a request, the median of ${rounds} times ${count * connections}, in turns; both with the same checks, negotiation, faults and ids.\n`,
  );
  table(
    ["request", "restanza", "Fastify by hand", "restanza = hand ×"],
    [...rows, ["all (geometric mean)", "", "", mean]].map((row) => [
      ...row.slice(0, 3),
      row[3].toFixed(2),
    ]),
  );
}

/** The committed server of this project as one module, with what the other one shares with it. */
async function bundled(path) {
  const generated = join(repository, "generated", "server");
  const contents = [
    `export { plugin } from "${generated}/fastify.ts";`,
    `export { routes, service } from "${generated}/index.ts";`,
    `export { itemNotFound } from "${generated}/faults.ts";`,
    `export * as checks from "${generated}/validators.ts";`,
  ].join("\n");
  await build({
    stdin: { contents, resolveDir: repository, loader: "ts" },
    outfile: path,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    logLevel: "error",
  });
  return path;
}

async function started(kind, path) {
  const child = fork(join(here, "server", "serve.mjs"), [kind, path]);
  const [{ port }] = await once(child, "message");
  return { child, port };
}

function bytesOf(method, path, body) {
  const text = body === undefined ? "" : JSON.stringify(body);
  const headers = [
    `${method} ${path} HTTP/1.1`,
    "host: cloud.example",
    "accept: application/json",
    "user-agent: bench",
    "x-auth-token: gAAAAA",
    "openstack-api-version: compute 2.30",
    ...(text === "" ? [] : ["content-type: application/json", `content-length: ${text.length}`]),
  ];
  return `${headers.join("\r\n")}\r\n\r\n${text}`;
}

/** Microseconds that the server used; that it answered as it should is checked. */
async function measured({ child, port }, bytes, status, amount) {
  const before = await usage(child);
  const statuses = await load(port, bytes, amount);
  const after = await usage(child);
  if (statuses.join() !== String(status)) throw new Error(`${bytes}: ${statuses}`);
  return after.user + after.system - before.user - before.system;
}

async function usage(child) {
  child.send("usage");
  const [used] = await once(child, "message");
  return used;
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

const micro = (number) => `${number.toFixed(1)} µs`;
