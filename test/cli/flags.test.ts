import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { restanza, workingFolder } from "./command.js";

const flags = ["--emit", "client", "--microversion=2.30"];

test("check takes from the manifest what generate was told on the command line", async () => {
  workingFolder();
  await restanza("generate", "spec", "--out", "out", ...flags);
  expect((await restanza("check", "spec", "--out", "out")).stdout).toBe(
    "Everything is up to date.\n",
  );
  appendFileSync("out/types.ts", "// mine\n");
  const { code, stdout } = await restanza("check", "spec", "--out", "out");
  expect(code).toBe(1);
  expect(stdout).toBe(
    "out/types.ts: changed\n1 file stale: run npx restanza generate spec --out out --emit=client --microversion=2.30\n",
  );
});

test("what the command line of check says wins", async () => {
  workingFolder();
  await restanza("generate", "spec", "--out", "out", ...flags);
  const { stdout } = await restanza("check", "spec", "--out", "out", "--microversion", "2.31");
  expect(stdout).toContain("out/openapi.json: changed\n");
  expect(stdout).toContain("generate spec --out out --emit=client --microversion=2.31\n");
});

test("a manifest that holds no sense there is no manifest with settings", async () => {
  workingFolder();
  await restanza("generate", "spec", "--out", "out", "--emit=client");
  const path = "out/.restanza-manifest.json";
  writeFileSync(path, readFileSync(path, "utf8").replace("--emit=client", "--out=elsewhere"));
  const { stdout } = await restanza("check", "spec", "--out", "out");
  expect(stdout).toContain("out/server/index.ts: missing\n");
});

test("a microversion that the docs do not know is refused, and the output left as it was", async () => {
  workingFolder();
  await restanza("generate", "spec", "--out", "out", "--emit=client");
  const before = readFileSync("out/.restanza-manifest.json", "utf8");
  const ran = await restanza("generate", "spec", "--out", "out", "--microversion", "9.99");
  expect(ran.code).toBe(2);
  expect(ran.stderr).toContain("no microversion 9.99 that the docs know: they know 2.1 to ");
  expect(readFileSync("out/.restanza-manifest.json", "utf8")).toBe(before);
});

test.each(["generate", "check", "lint", "inputs", "explain", "init"])(
  "the help of %s fits on a terminal of 80 columns",
  async (command) => {
    const { stdout } = await restanza(command, "--help");
    expect(stdout.split("\n").filter((line) => line.length > 80)).toEqual([]);
    expect(stdout).toContain(`\n  npx restanza ${command} `);
  },
);
