import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { lateFlags } from "../../generator/cli/shell/compile-late.js";
import { packaged } from "./program.js";

const program = packaged();

test("V8 knows every flag that the command sets for it", () => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [program.cli, "--version"], {
    encoding: "utf8",
  });
  expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
  expect(stdout).toMatch(/^\d+\.\d+\.\d+/);
});

test.each([
  ["99.1.2-node.3", "a newer V8"],
  ["", "no V8"],
])("%j keeps its settings: %s", (v8) => {
  expect(lateFlags(v8)).toEqual([]);
});
