import { cpSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { contents, restanza, workingFolder } from "../cli/command.js";
import { strictest } from "../emit/compiler.js";
import { compileNatively } from "../emit/native-compiler.js";

const example = fileURLToPath(new URL("../../examples/hooks", import.meta.url));

/** A copy of the example where its docs are where it looks for them. */
function copy(): void {
  const folder = workingFolder();
  cpSync(example, join(folder, "examples/hooks"), { recursive: true });
  rmSync(join(folder, "examples/hooks/generated"), { recursive: true, force: true });
  process.chdir(join(folder, "examples/hooks"));
}

test("the example generates, checks, and compiles with what it adds", async () => {
  copy();
  expect((await restanza("generate")).code).toBe(0);
  expect((await restanza("check")).code).toBe(0);
  const files = new Map(Object.entries(contents("generated")));
  files.set(
    "use.ts",
    `import { images } from "./client/images.js";
import { createComputeClient } from "./client/compute.js";
import { routes } from "./routes/index.js";
import type { Picture } from "./types.js";
const client = createComputeClient({ endpoint: "https://a.example", token: "t", microversion: "2.35" });
export const found: Promise<readonly Pick<Picture, "id">[]> = images(client).orThrow().then((body) => body.images);
export const path: "/images" = routes.images.path;
`,
  );
  const code = new Map([...files].filter(([path]) => path.endsWith(".ts")));
  expect(
    compileNatively(code, {
      ...strictest,
      lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
    }),
  ).toEqual([]);
  const { servers } = JSON.parse(files.get("openapi.json") ?? "");
  expect(servers).toEqual([{ url: "https://cloud.example/compute/v2.1" }]);
});

test("its emitter has at most fifty lines", () => {
  const lines = readFileSync(join(example, "routes.ts"), "utf8").trimEnd().split("\n");
  expect(lines.length).toBeLessThanOrEqual(50);
});
