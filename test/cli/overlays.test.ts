import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { restanza, workingFolder } from "./command.js";

const head = "overlay: 1.0.0\ninfo: { title: Fixes, version: '1' }\nactions:\n";

function configure(overlay: string, more: object = {}): void {
  mkdirSync("fixes");
  writeFileSync("fixes/images.yaml", overlay);
  const config = { source: "spec", out: "out", overlays: ["fixes/images.yaml"], ...more };
  writeFileSync("restanza.config.json", JSON.stringify(config));
}

describe("overlays of the configuration", () => {
  test("are applied last, before the projection to a microversion", async () => {
    workingFolder();
    configure(
      `${head}  - target: $.paths['/images'].get\n    update: { summary: Mended, x-openstack: { max-ver: "2.50" } }\n`,
      { microversion: "2.45" },
    );
    const { code } = await restanza("generate");
    expect(code).toBe(0);
    const document = JSON.parse(readFileSync("out/openapi.json", "utf8"));
    expect(Object.keys(document.paths)).toEqual(["/images"]);
    expect(document.paths["/images"].get.summary).toBe("Mended");
    expect(readFileSync("out/client/images.ts", "utf8")).toContain("listImages(");
  });

  test("are shown by lint at their own place, when an action finds nothing", async () => {
    workingFolder();
    configure(`${head}  - target: $.paths['/crates']\n    remove: true\n`);
    const { code, stdout } = await restanza("lint", "--format", "line");
    expect(stdout).toBe(
      "fixes/images.yaml:4:13: warning unmatched-overlay-action: " +
        "this action of the overlay finds nothing: $.paths['/crates']\n",
    );
    expect(code).toBe(1);
  });

  test("that are not valid exit 2, with every place, and nothing is written", async () => {
    workingFolder();
    configure(`${head}  - target: paths\n  - target: $.info\n    udpate: {}\n`);
    const { code, stderr } = await restanza("generate");
    expect(code).toBe(2);
    expect(stderr).toContain("fixes/images.yaml:4:13: actions[0].target is no JSONPath");
    expect(stderr).toContain(
      'fixes/images.yaml:6:5: actions[1].udpate is no field of an overlay. Did you mean "update"?',
    );
    expect(() => readFileSync("out/openapi.json")).toThrow();
  });

  test("that are not there exit 2", async () => {
    workingFolder();
    configure(head, { overlays: ["none.yaml"] });
    const { code, stderr } = await restanza("lint");
    expect(code).toBe(2);
    expect(stderr).toContain("The overlay none.yaml cannot be read.");
  });
});
