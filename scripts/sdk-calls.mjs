#!/usr/bin/env node
// sdk-calls.mjs [--write]: asks the openstacksdk that is installed (Debian's python3-openstacksdk)
// which request each of its calls sends, and holds generator/facts/sdk-calls.ts against that; with
// --write it writes that file. Exit 1 where they differ. Kept out of CI: it needs apt.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./install.mjs";
import { readOptions } from "./options.mjs";

const { write } = readOptions(
  `sdk-calls.mjs [options]
  --write  write generator/facts/sdk-calls.ts`,
  { write: { type: "boolean", default: false } },
);

const script = join(root, "scripts", "sdk-calls", "sent_requests.py");
const asked = spawnSync("/usr/bin/python3", [script], { encoding: "utf8", maxBuffer: 2 ** 28 });
if (asked.status !== 0) {
  console.log(`skipped: openstacksdk is not installed (apt-get install python3-openstacksdk)`);
} else {
  const { version, calls } = JSON.parse(asked.stdout);
  const text = moduleOf(version, tableOf(calls));
  const file = join(root, "generator", "facts", "sdk-calls.ts");
  if (write) writeFileSync(file, text);
  else if (readFileSync(file, "utf8") === text) console.log(`as openstacksdk ${version} has it`);
  else {
    console.log("generator/facts/sdk-calls.ts is not what openstacksdk sends: see --write");
    process.exitCode = 1;
  }
}

/** The calls by service and request. Of a request that several calls send none is certain. */
function tableOf(calls) {
  const services = new Map();
  for (const call of calls) {
    const key = requestOf(call);
    if (key === undefined) continue;
    const { service, version, attribute } = call;
    const known = services.get(service) ?? { version, attribute, requests: new Map() };
    services.set(service, known);
    const all = known.requests.get(key) ?? new Set();
    known.requests.set(key, all.add(wordsOf(call)));
  }
  return [...services].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** `GET /servers/{}`, `POST /servers/{}/action os-start`; undefined where that is not certain. */
function requestOf({ call, method, url, body, needed, attributes }) {
  const verb = call.split("_")[0];
  if (verb === "find" || verb === "wait" || !suits(verb, method, body)) return undefined;
  const path = `/${url.replace(/^\//, "").replace(/\?.*/, "")}`;
  const inPath = [...path.matchAll(/ARGUMENT(\d+)/g)].map(([, at]) => Number(at));
  const shape = path.replaceAll(/ARGUMENT\d+/g, "{}");
  if (/ARGUMENT|PROJECT|NAME|None|%/.test(shape)) return undefined;
  const isAction = path.endsWith("/action") && isSingle(body);
  // What is given neither in the path nor in the body would be lost.
  const sent = JSON.stringify(body ?? {});
  if (needed.some((_, at) => !inPath.includes(at) && !sent.includes(`ARGUMENT${at}`)))
    return undefined;
  if (!attributes && !isAction && (needed.length > inPath.length || method === "POST"))
    return undefined;
  return isAction ? `${method} ${shape} ${Object.keys(body)[0]}` : `${method} ${shape}`;
}

/** Whether a call of this name sends such a request as the one that it is for. */
function suits(verb, method, body) {
  if (method === "GET") return !/^(?:add|create|delete|remove|set|update|upload)$/.test(verb);
  if (method === "DELETE") return verb === "delete";
  if (method === "PUT" || method === "PATCH") return verb === "update";
  return method === "POST" && (verb === "create" || isSingle(body));
}

function isSingle(body) {
  return typeof body === "object" && body !== null && Object.keys(body).length === 1;
}

/** `get_server(server)`, `create_server(**attributes)`. */
function wordsOf({ call, needed, attributes }) {
  return `${call}(${[...needed, ...(attributes ? ["**attributes"] : [])].join(", ")})`;
}

function moduleOf(version, services) {
  const parts = services.flatMap(([service, { version: api, attribute, requests }]) => {
    const certain = [...requests].filter(([, calls]) => calls.size === 1).sort();
    if (certain.length === 0) return [];
    const lines = certain.map(([request, [call]]) => `${request} = ${call}`);
    return [
      `  "${service}": {\n    version: "${api}",\n    attribute: "${attribute}",\n    calls: \`\n${lines.join("\n")}\`,\n  },`,
    ];
  });
  return `// Written by scripts/sdk-calls.mjs.

/** What the calls of openstacksdk send: a request a line, and the call that sends it alone. */
export interface SdkService {
  /** The version of the service's API that it speaks. */
  readonly version: string;
  /** What a connection has of the service: \`connection.compute\`. */
  readonly attribute: string;
  readonly calls: string;
}

/**
 * By service type. Each call was made with openstacksdk ${version} (Debian 12) and a connection that
 * sends nothing; requests that several calls send first are left out.
 */
export const sdkServices: Readonly<Record<string, SdkService>> = {
${parts.join("\n").replaceAll(/^ {2}"(\w+)":/gm, "  $1:")}
};
`;
}
