import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const folder = fileURLToPath(new URL("parity/", import.meta.url));
const python = "/usr/bin/python3";
const isInstalled = spawnSync(python, ["-c", "import openstack, keystoneauth1, yaml"]).status === 0;

test.runIf(isInstalled)(
  "openstacksdk still answers as recorded",
  () => {
    const recorded: unknown = JSON.parse(readFileSync(`${folder}answers.json`, "utf8"));
    const told = execFileSync(python, [`${folder}record.py`], { encoding: "utf8" });
    expect(JSON.parse(told)).toEqual(recorded);
  },
  900_000,
);
