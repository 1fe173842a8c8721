// The packed package in an empty repository that takes the docs of two services from a folder, from
// `init` to a watch that mends what became stale.
import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { root } from "../install.mjs";

const boxes = `Boxes
=====

Show A Box
----------

.. rest_method:: GET /boxes/{box_id}

Normal response codes: 200

Request
~~~~~~~

.. rest_parameters:: parameters.yaml

  - box_id: box_id

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

  - name: box_name
`;
const parameters = `box_id:
  description: |
    The box.
  in: path
  required: true
  type: string
box_name:
  description: |
    The name of the box.
  in: body
  required: true
  type: string
`;
/** A call of each service, checked by the compiler, against a server that says what arrived. */
const program = `import { createServer } from "node:http";
import { createBoxesClient, showBox } from "../generated/boxes/client/index.js";
import { createComputeClient, listImages } from "../generated/images/client/index.js";

const server = createServer((request, response) => {
  response.setHeader("content-type", "application/json");
  const isList = request.url?.startsWith("/images") === true;
  response.end(JSON.stringify(isList ? { images: [] } : { name: \`box of \${request.url}\` }));
});
await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
const address = server.address();
const endpoint = typeof address === "object" && address ? \`http://127.0.0.1:\${address.port}\` : "";
const box = await showBox(createBoxesClient({ endpoint }), { path: { box_id: "b1" } }).orThrow();
const images = await listImages(createComputeClient({ endpoint, microversion: "2.35" }), {}).orThrow();
console.log(box.name, images.images.length);
server.close();
`;

/** Throws with the first thing that is not as it has to be. `install` puts packages into a folder. */
export async function tryNewRepository({ folder, tarball, install, flags }) {
  const docs = (name) => join(folder, "docs", name, "api-ref", "source");
  mkdirSync(docs("boxes"), { recursive: true });
  cpSync(join(root, "spec"), docs("images"), { recursive: true });
  writeFileSync(join(docs("boxes"), "index.rst"), boxes);
  writeFileSync(join(docs("boxes"), "parameters.yaml"), parameters);
  writeFileSync(
    join(folder, "package.json"),
    '{ "name": "new", "private": true, "type": "module" }\n',
  );
  run(folder, "git", ["init", "-q"]);
  install(folder, [tarball, "typescript@~5.9.3", "@types/node@20"]);
  const restanza = (...words) =>
    spawnSync(process.execPath, [command(folder), ...words], { cwd: folder, encoding: "utf8" });

  expect(restanza("init", "--yes"), 0, "init");
  const again = expect(restanza("init", "--yes"), 0, "init again");
  if (/Written/.test(again)) throw new Error(`init wrote something the second time: ${again}`);
  expect(restanza("generate"), 0, "generate");
  mkdirSync(join(folder, "src"));
  writeFileSync(join(folder, "src", "main.ts"), program);
  const options = {
    target: "es2022",
    module: "nodenext",
    types: ["node"],
    outDir: "built",
    rootDir: ".",
    ...flags,
  };
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({ compilerOptions: options, include: ["src"] }),
  );
  run(folder, process.execPath, ["node_modules/typescript/bin/tsc", "-p", "."]);
  const said = run(folder, process.execPath, ["built/src/main.js"]);
  if (said.trim() !== "box of /boxes/b1 0") throw new Error(`the calls gave ${said}`);
  expect(restanza("check"), 0, "check of what was made");

  const change = (words) =>
    writeFileSync(join(docs("boxes"), "index.rst"), boxes.replace("Show A Box\n----------", words));
  change("Look Into A Box\n---------------");
  const stale = expect(restanza("check"), 1, "check of docs that changed");
  if (
    !stale.includes("generated/boxes/openapi.json: changed") ||
    stale.includes("generated/images")
  )
    throw new Error(`check said of docs that changed: ${stale}`);
  await watchMends(folder, () => change("Open A Box\n----------"));
  expect(restanza("check"), 0, "check of what watch made");
  const document = readFileSync(join(folder, "generated/boxes/openapi.json"), "utf8");
  if (!document.includes('"openBox"')) throw new Error("watch made something else");
}

/** A watch mends what is stale when it begins, and what becomes so. */
async function watchMends(folder, edit) {
  const words = [command(folder), "watch", "--json"];
  const child = spawn(process.execPath, words, {
    cwd: folder,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise((done) => child.on("exit", done));
  let isReady = false;
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      const event = JSON.parse(line);
      if (event.event === "ready") {
        isReady = true;
        edit();
      } else if (isReady) {
        if (event.event !== "made" || event.name !== "generated/boxes")
          throw new Error(`watch told of ${line}`);
        break;
      }
    }
  } finally {
    child.kill("SIGINT");
  }
  const code = await ended;
  if (code !== 130) throw new Error(`watch ended with ${code}`);
}

function command(folder) {
  return join(folder, "node_modules", "restanza", "dist", "cli.js");
}

/** What a command said; throws where its exit code is another. */
function expect({ status, stdout, stderr }, code, what) {
  if (status === code) return stdout;
  throw new Error(`${what} ended with ${status}: ${stdout}${stderr}`);
}

function run(cwd, name, words) {
  const { status, stdout, stderr } = spawnSync(name, words, { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(`${name} ${words[0]} ended with ${status}: ${stdout}${stderr}`);
  return stdout;
}
