import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { expect, onTestFinished, test, vi } from "vitest";
import { restanza, workingFolder } from "./command.js";
import { runProcess } from "./program.js";

// It compiles, packs and installs a package.
vi.setConfig({ testTimeout: 240_000 });

const modules = fileURLToPath(new URL("../../node_modules", import.meta.url));

const boxes = `Boxes
=====

List Boxes
----------

.. rest_method:: GET /boxes

Normal response codes: 200

Response
--------

.. rest_parameters:: parameters.yaml

  - boxes: boxes
`;

const parameters = `boxes:
  description: The boxes.
  in: body
  required: true
  type: array
`;

/** A program of somebody else's, over two services, and a chapter of one by itself. */
const program = `
import { createComputeClient, listImages } from "@example/openstack/compute";
import { showImageDetails } from "@example/openstack/compute/images";
import { createBoxClient, listBoxes, ResponseError } from "@example/openstack/box";
import type { Image } from "@example/openstack/compute/types";

const endpoint = process.argv[2] ?? "";
const compute = createComputeClient({ endpoint: endpoint + "/compute", token: "t", microversion: "2.1" });
const box = createBoxClient({ endpoint: endpoint + "/box", token: "t" });
const { images } = await listImages(compute).orThrow();
const { boxes } = await listBoxes(box).orThrow();
const shown: Pick<Image, "id"> | undefined = images[0];
const failed: unknown = await showImageDetails(compute, { path: { image_id: "none" } })
  .orThrow()
  .catch((error: unknown) => error);
// The errors of one service are those of the other: the package has one runtime.
console.log(JSON.stringify([shown?.id, boxes, failed instanceof ResponseError && failed.status]));
`;

/** Another one, that is told of its cloud by a file. */
const connecting = `
import { connect, ConfigError } from "@example/openstack/node";
import { createBoxClient, listBoxes } from "@example/openstack/box";
import { createComputeClient, listImages } from "@example/openstack/compute";
import { fakeService, images as fakes } from "@example/openstack/compute/fakes";
import { validateAnswers } from "@example/openstack/compute/schemas";
import * as schemas from "@example/openstack/compute/schemas/images";

const fake = createComputeClient({
  ...fakeService([fakes]).options,
  microversion: "2.1",
  middleware: [validateAnswers([schemas], "throw")],
});
if ((await listImages(fake).orThrow()).images.length === 0) throw new Error("the sample is gone");
const session = await connect({ cloud: "here" });
const { images } = await listImages(createComputeClient({ session, microversion: "2.1" })).orThrow();
const { boxes } = await listBoxes(createBoxClient({ session })).orThrow();
const failed: unknown = await connect({ cloud: "elsewhere" }).catch((error: unknown) => error);
console.log(JSON.stringify([images[0]?.id, boxes, failed instanceof ConfigError]));
`;

/** `clouds.yaml` of a cloud that asks for no login. */
const clouds = (endpoint: string): string => `clouds:
  here:
    auth_type: none
    compute_endpoint_override: ${endpoint}/compute
    box_endpoint_override: ${endpoint}/box
`;

/** A server that answers for both services. */
async function server(): Promise<string> {
  const bodies: Readonly<Record<string, object>> = {
    "/compute/images": { images: [{ id: "i1", name: "one", links: [] }] },
    "/box/boxes": { boxes: ["b1"] },
  };
  const listening = createServer(({ url = "" }, response) => {
    const body = bodies[url];
    response.writeHead(body ? 200 : 404, { "content-type": "application/json" });
    response.end(JSON.stringify(body ?? { itemNotFound: { code: 404, message: "no" } }));
  });
  onTestFinished(() => void listening.close());
  await new Promise<void>((done) => listening.listen(0, "127.0.0.1", done));
  return `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
}

test("a package is compiled, packed, installed in an empty project, and called", async () => {
  const folder = workingFolder();
  mkdirSync("boxes");
  writeFileSync(join("boxes", "boxes.rst"), boxes);
  writeFileSync(join("boxes", "parameters.yaml"), parameters);
  writeFileSync(
    "restanza.config.json",
    JSON.stringify({
      package: { name: "@example/openstack", version: "1.0.0", out: "openstack" },
      services: [
        { source: "spec", service: "compute", emit: ["types", "client", "schemas", "fakes"] },
        { source: "boxes/boxes.rst", service: "box" },
      ],
    }),
  );
  expect((await restanza("generate")).code).toBe(0);

  // `npm pack` compiles it with the compiler that is installed; here by a link, for want of a network.
  symlinkSync(modules, join("openstack", "node_modules"));
  mkdirSync("project");
  const npm = (words: readonly string[], cwd: string) =>
    execFileSync("npm", [...words, "--offline", "--no-audit", "--no-fund", "--loglevel=error"], {
      cwd,
      encoding: "utf8",
    });
  npm(["pack", "--pack-destination", join(folder, "project")], "openstack");
  const [tarball = ""] = readdirSync("project");
  writeFileSync(join("project", "package.json"), '{ "type": "module", "private": true }');
  npm(["install", `./${tarball}`], "project");
  const installed = join("project", "node_modules", "@example", "openstack");
  expect(readdirSync(installed).sort()).toEqual(["LICENSE", "README.md", "dist", "package.json"]);

  // It compiles against the package, under the strictest flags.
  writeFileSync(join("project", "main.ts"), program);
  writeFileSync(join("project", "connecting.ts"), connecting);
  const types = join(modules, "@types");
  const strict =
    `--strict --exactOptionalPropertyTypes --noUncheckedIndexedAccess --module nodenext --target es2022 --lib es2023,dom,dom.iterable --types node --typeRoots ${types}`.split(
      " ",
    );
  const compiled = await runProcess(
    process.execPath,
    [join(modules, "typescript-7", "bin", "tsc"), ...strict, "main.ts", "connecting.ts"],
    { cwd: join(folder, "project") },
  );
  expect(compiled).toMatchObject({ code: 0, stdout: "" });

  const endpoint = await server();
  const ran = await runProcess(process.execPath, ["main.js", endpoint], {
    cwd: join(folder, "project"),
  });
  expect(ran).toMatchObject({ code: 0, stdout: '["i1",["b1"],404]\n' });

  // The peer for files in YAML is asked for by its name where it is missing.
  writeFileSync(join("project", "clouds.yaml"), clouds(endpoint));
  const connected = () =>
    runProcess(process.execPath, ["connecting.js"], { cwd: join(folder, "project") });
  expect((await connected()).stderr).toContain("npm install yaml");
  symlinkSync(join(modules, "yaml"), join("project", "node_modules", "yaml"));
  expect(await connected()).toMatchObject({ code: 0, stdout: '["i1",["b1"],true]\n' });

  // A bundle of it has one runtime, and no function that nobody calls.
  const bundle = join("project", "bundle.js");
  await build({
    absWorkingDir: folder,
    entryPoints: [join("project", "main.js")],
    bundle: true,
    format: "esm",
    outfile: bundle,
    logLevel: "error",
  });
  const text = readFileSync(bundle, "utf8");
  expect(text.match(/class \w* ?extends Error/g)).toHaveLength(1);
  expect(text).toContain('"GET /images"');
  expect(text).not.toContain('"DELETE /images/{image_id}"');
  expect(text).not.toMatch(/"node:/);
});
