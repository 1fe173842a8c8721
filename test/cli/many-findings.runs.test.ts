import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { restanza, workingFolder } from "./command.js";

test("a hundred thousand findings are shown, and of more it is told how many there are", async () => {
  workingFolder();
  writeFileSync("images.rst", `Images\n======\n\n${".. _a\n".repeat(100_002)}`);
  const { code, stdout, stderr } = await restanza("lint", "images.rst", "--code=malformed-target");
  expect(code).toBe(1);
  expect(stdout.match(/\n/g)).toHaveLength(100_000);
  expect(stderr).toBe(
    "2 more findings not shown: ask for some with --severity, --code or --chapter.\n",
  );
});

test("findings of one long line are placed without looking through it for each", async () => {
  workingFolder();
  writeFileSync("images.rst", `Images\n======\n\n${"[1]_ ".repeat(90_000)}\n`);
  const { stdout } = await restanza("lint", "images.rst", "--code=link-without-target");
  expect(stdout).toContain("images.rst:4:449996: ");
});
