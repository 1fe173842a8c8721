import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { contents, restanza, workingFolder } from "./command.js";

const boxes = `Boxes
=====

Show Box
--------

.. rest_method:: GET /boxes/1

Normal response codes: 200
`;

/** A configuration that makes a package of two services. */
function twoServices(more: object = {}): void {
  mkdirSync("boxes");
  writeFileSync(join("boxes", "boxes.rst"), boxes);
  const config = {
    package: { name: "@example/openstack", version: "1.0.0", out: "openstack" },
    services: [
      { source: "spec", service: "compute" },
      { source: "boxes/boxes.rst", service: "box", ...more },
    ],
  };
  writeFileSync("restanza.config.json", JSON.stringify(config));
}

test("a package has its services, what they share, and what npm wants", async () => {
  workingFolder();
  twoServices();

  const { code, stdout, stderr } = await restanza("generate");

  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(/@example\/openstack → openstack: \d+ files beside the services/);
  const files = contents("openstack");
  expect(Object.keys(files)).toEqual(
    expect.arrayContaining([
      "LICENSE",
      "README.md",
      "package.json",
      "src/box/client/boxes.ts",
      "src/compute/client/images.ts",
      "src/compute/types.ts",
      "src/node/connect.ts",
      "src/runtime/runtime.ts",
      "tsconfig.json",
    ]),
  );
  expect(Object.keys(files).filter((path) => path.includes("/server/"))).toEqual([]);
  // What services share is there once.
  expect(files["src/box/client/runtime.ts"]).toBe(
    "// Copied by restanza, the same in every output. " +
      "Edits are lost: run `npx restanza generate`.\n" +
      'export * from "../../runtime/runtime.js";\n',
  );
  expect((await restanza("check")).code).toBe(0);
});

test("a second run writes nothing; one of a single service leaves the other", async () => {
  workingFolder();
  twoServices();
  await restanza("generate");
  const before = contents("openstack");

  expect((await restanza("generate")).stdout).toContain("(0 written)");
  expect((await restanza("generate", "--name", "box")).code).toBe(0);

  expect(contents("openstack")).toEqual(before);
});

test("check says what of the package is stale, generate mends it", async () => {
  workingFolder();
  twoServices();
  await restanza("generate");
  writeFileSync(join("openstack", "package.json"), "{}");
  rmSync(join("openstack", "src", "runtime", "errors.ts"));

  const { code, stdout } = await restanza("check");

  expect(code).toBe(1);
  expect(stdout).toContain("openstack/package.json: changed\n");
  expect(stdout).toContain("openstack/src/runtime/errors.ts: missing\n");
  await restanza("generate");
  expect((await restanza("check")).code).toBe(0);
});

test("what else lies in the folder stays: what npm installed, what tsc compiled", async () => {
  workingFolder();
  twoServices();
  await restanza("generate");
  const theirs = join("openstack", "dist", "index.js");
  mkdirSync(join("openstack", "dist"));
  writeFileSync(theirs, "export {};\n");

  expect((await restanza("generate")).code).toBe(0);
  expect((await restanza("check")).code).toBe(0);
  expect(readFileSync(theirs, "utf8")).toBe("export {};\n");
});

test("programs are told of the package, and build engines of its files", async () => {
  workingFolder();
  twoServices();
  const { package: made } = JSON.parse((await restanza("generate", "--json")).stdout);
  expect(made).toMatchObject({ name: "@example/openstack", out: "openstack" });
  expect(made.files.written).toContain("package.json");

  const { services } = JSON.parse((await restanza("inputs", "--json")).stdout);
  const own = services.find(({ name }: { name: string }) => name === "@example/openstack");
  expect(own.inputs).toEqual(["restanza.config.json"]);
  expect(own.outputs).toContain("openstack/src/runtime/runtime.ts");
  expect(own.outputs).toContain("openstack/.restanza-manifest.json");
});

test("services of a package go nowhere else", async () => {
  workingFolder();
  twoServices();
  const { code, stderr } = await restanza("generate", "--name", "box", "--out", "elsewhere");
  expect(code).toBe(2);
  expect(stderr).toContain(
    "The services go to the package that the configuration names: no --out.",
  );
});

test("docs in the folder of the package are refused", async () => {
  workingFolder();
  mkdirSync(join("openstack", "docs"), { recursive: true });
  writeFileSync(join("openstack", "docs", "boxes.rst"), boxes);
  twoServices({ source: "openstack/docs" });
  const { code, stderr } = await restanza("generate");
  expect(code).toBe(2);
  expect(stderr).toContain("The docs, openstack/docs, lie in the output folder openstack");
});
