import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const folder = fileURLToPath(new URL("parity/", import.meta.url));
const python = "/usr/bin/python3";
const isInstalled = spawnSync(python, ["-c", "import openstack, keystoneauth1, yaml"]).status === 0;

test.runIf(isInstalled)(
  "openstacksdk still answers as recorded",
  ({ skip }) => {
    const recorded = JSON.parse(readFileSync(`${folder}answers.json`, "utf8"));
    const told = JSON.parse(execFileSync(python, [`${folder}record.py`], { encoding: "utf8" }));
    if (JSON.stringify(told.packages) !== JSON.stringify(recorded.packages))
      skip(`recorded of ${JSON.stringify(recorded.packages)}`);
    expect(told.answers).toEqual(recorded.answers);
  },
  900_000,
);
