// Programs that use the generated client of Compute, as bundles.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const create = 'import { createComputeClient } from "./client/compute.js";';
const session = `import { createSession } from "./client/session/session.js";
import { password } from "./client/session/auth/password.js";`;
const authenticate =
  'password({ auth_url: "https://a.test", username: "n", user_domain_id: "default", password: "p" })';
const endpoint = '"https://a.test/v2.1"';

/** Bytes of what programs are that make one call, by what they have beside it. */
export async function bytesOf(out) {
  const list = operation(out, "GET /servers");
  const show = operation(out, "GET /servers/{server_id}");
  const deleted = operation(out, "DELETE /servers/{server_id}");
  const uses = ({ name, file }, client, request = '{ path: { server_id: "1" } }') =>
    `${create}\nimport { ${name} } from ${JSON.stringify(file)};
const client = createComputeClient(${client});
console.log(await ${name}(client, ${request}).orThrow());`;
  const alone = `{ endpoint: ${endpoint}, token: "t" }`;
  const own = `{ session: createSession({ authenticate: ${authenticate} }), endpoint: ${endpoint} }`;
  const found = `{ session: createSession({ authenticate: ${authenticate}, locate: (service, grant, way) => endpointFor(service, grant, {}, way) }) }`;
  const located = 'import { endpointFor } from "./client/session/endpoint.js";';
  const rows = [
    ["one call that shows", uses(show, alone)],
    ["one that lists", uses(list, alone, "{}")],
    ["one that deletes", uses(deleted, alone)],
    ["one that shows, session and password of Keystone", `${session}\n${uses(show, own)}`],
    ["the same, its endpoint from the catalog", `${session}\n${located}\n${uses(show, found)}`],
  ];
  return Promise.all(
    rows.map(async ([name, contents]) => {
      const text = await bundle(out, contents);
      return { name, bytes: text.length, zipped: gzipSync(text, { level: 9 }).length };
    }),
  );
}

/** Writes what the measured programs call: a client, a list and a call that shows. */
export async function programs(out, path) {
  const list = operation(out, "GET /servers/detail");
  const show = operation(out, "GET /servers/{server_id}");
  const contents = `export { createComputeClient } from "./client/compute.js";
export { createSession } from "./client/session/session.js";
export { password } from "./client/session/auth/password.js";
export { pages } from "./client/pages.js";
export { ${show.name} as show } from ${JSON.stringify(show.file)};
export { ${list.name} as list } from ${JSON.stringify(list.file)};`;
  writeFileSync(path, await bundle(out, contents));
}

/** The function of an operation, and its module, by the page that lists them all. */
function operation(out, words) {
  const page = readFileSync(join(out, "client", "operations.md"), "utf8");
  let file = "";
  for (const line of page.split("\n")) {
    file = /^In \[([\w-]+)\.ts\]/.exec(line)?.[1] ?? file;
    const name = line.startsWith(`- \`${words}\` `) && /`(\w+)\(client/.exec(line)?.[1];
    if (name) return { name, file: `./client/${file}.js` };
  }
  throw new Error(`no operation ${words}`);
}

async function bundle(out, contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: out, loader: "ts" },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    write: false,
  });
  return outputFiles[0].contents;
}
