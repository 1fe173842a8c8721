import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { PackageEntry } from "../../generator/emit/package/manifest.js";
import { packageFiles } from "../../generator/emit/package/package-files.js";

const facts = { name: "@example/openstack", version: "1.2.3" };

function filesOf(
  more: object = {},
  entries: readonly PackageEntry[] = [
    { service: "compute", beside: ["schemas", "fakes"] },
    { service: "block-storage", beside: [] },
  ],
) {
  return new Map(
    packageFiles({ ...facts, ...more }, entries).map(({ path, text }) => [path, text]),
  );
}

describe("the files of a package beside its services", () => {
  test("package.json has entries for each service, its types and its chapters", () => {
    expect(JSON.parse(filesOf().get("package.json") ?? "")).toMatchObject({
      name: "@example/openstack",
      version: "1.2.3",
      license: "Apache-2.0",
      type: "module",
      sideEffects: false,
      exports: {
        "./compute": "./dist/compute/client/index.js",
        "./compute/types": "./dist/compute/types.js",
        "./compute/schemas": "./dist/compute/schemas/index.js",
        "./compute/schemas/*": "./dist/compute/schemas/*.js",
        "./compute/fakes": "./dist/compute/fakes/index.js",
        "./compute/fakes/*": "./dist/compute/fakes/*.js",
        "./compute/*": "./dist/compute/client/*.js",
        "./block-storage": "./dist/block-storage/client/index.js",
        "./node": "./dist/node/connect.js",
        "./node/*": "./dist/node/*.js",
      },
      files: ["dist"],
      peerDependencies: { yaml: expect.any(String) },
      peerDependenciesMeta: { yaml: { optional: true } },
      devDependencies: { "@types/node": expect.any(String) },
    });
  });

  test("README names every entry, and what makes its client", () => {
    const readme = filesOf({ description: "Ours." }).get("README.md");
    expect(readme).toContain("# @example/openstack\n\nOurs.\n");
    expect(readme).toContain("| `@example/openstack/compute` | `createComputeClient` |\n");
    expect(readme).toContain("| `@example/openstack/block-storage` | `createBlockStorageClient` |");
    expect(readme).toContain('import { createComputeClient } from "@example/openstack/compute";');
    expect(readme).toContain(
      'import { connect } from "@example/openstack/node";\n\n' +
        "const session = await connect();\nconst client = createComputeClient({ session });\n",
    );
  });

  test("the text of a licence is there where it is known", () => {
    expect(filesOf().get("LICENSE")).toContain("Apache License");
    expect(filesOf({ license: "MIT" }).has("LICENSE")).toBe(false);
    expect(filesOf({ license: "MIT" }).get("README.md")).toContain("## License\n\nMIT\n");
  });

  test("what connects lies beside the runtime and the sessions that it imports", () => {
    const files = filesOf();
    const own = [...files].filter(([path]) => path.startsWith("src/node/"));
    expect(own.map(([path]) => path)).toContain("src/node/connect.ts");
    for (const [path, text] of own)
      for (const [, other = ""] of text.matchAll(/from "(\..*)\.js"/g))
        expect(files.has(new URL(`${other}.ts`, `file:///${path}`).pathname.slice(1))).toBe(true);
  });

  test("the whole runtime is there, whatever its services need", () => {
    const folder = new URL("../../templates/client/runtime/", import.meta.url);
    const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .map((name) => name.replaceAll("\\", "/"));
    expect(names.length).toBeGreaterThan(5);
    const files = filesOf();
    for (const name of names)
      expect(files.get(`src/runtime/${name}`)).toContain(
        readFileSync(new URL(name, folder), "utf8"),
      );
  });
});
