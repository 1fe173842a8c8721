/**
 * A new user's program: what somebody does in a first week with a cloud, with nothing but the
 * package that restanza makes from the documentation of its services. No cast, nothing that mends
 * what a client sends.
 *
 * @module
 */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { blockStorage } from "./block-storage.js";
import { contract, logIn } from "./cloud.js";
import { compute } from "./compute.js";
import { identity, register } from "./identity.js";
import { image } from "./image.js";
import { network } from "./network.js";
import { objectStorage } from "./object-store.js";
import { computeOperations } from "./operations/compute.js";
import { identityOperations } from "./operations/identity.js";
import { imageOperations } from "./operations/image.js";
import { placementOperations } from "./operations/placement.js";
import { serverOperations } from "./operations/servers.js";
import { volumeOperations } from "./operations/volumes.js";
import { placement } from "./placement.js";
import { Report } from "./report.js";
import { shares } from "./shares.js";

function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set`);
  return value;
}

/** Runs the steps of a service that may not be there. */
async function whereThere(name: string, steps: () => Promise<void>): Promise<void> {
  if (process.env[name] === undefined) console.log(`skipped ${name}: it was not started`);
  else await steps();
}

const report = new Report();

// As clouds write it into their catalogs: with the project, with the version, with neither.
const first = await report.check("log in by name", () => logIn("admin"));
if (first !== undefined)
  await report.check("the catalog gets its services", async () => {
    await register(first, "block-storage", `${setting("CINDER")}/$(project_id)s`);
    await whereThere("MANILA", () =>
      register(first, "shared-file-system", `${setting("MANILA")}/v2`),
    );
    await whereThere("NEUTRON", () => register(first, "network", setting("NEUTRON")));
  });
const admin = await report.check("log in again, for the whole catalog", () => logIn("admin"));
if (admin !== undefined) {
  await identity(report, admin);
  await identityOperations(report, admin);
  await image(report, admin);
  await imageOperations(report, admin);
  await compute(report, admin);
  await computeOperations(report, admin);
  await serverOperations(report, admin);
  await blockStorage(report, admin);
  await volumeOperations(report, admin);
  await placement(report, admin);
  await placementOperations(report, admin);
  await whereThere("NEUTRON", () => network(report, admin));
  await whereThere("MANILA", () => shares(report, admin));
  await whereThere("SWIFT", () => objectStorage(report, setting("SWIFT")));
}
await contract.settled();
const { fresh, gone } = contract.differences.against(join("program", "differences.json"));
for (const one of gone) console.log(`told   seen no more: ${JSON.stringify(one)}`);
await report.check("what differs from the docs is known", async () => {
  if (process.env["RESTANZA_DIFFERENCES"] !== undefined)
    writeFileSync(
      process.env["RESTANZA_DIFFERENCES"],
      JSON.stringify(contract.differences.all, null, 2),
    );
  assert.deepEqual(fresh, []);
});
const operations = contract.answered.size;
const errors = contract.refused.size;
await report.check(`${operations} operations and ${errors} errors as documented`, async () => {
  assert.ok(operations >= 200, "fewer than 200 operations");
  assert.ok(errors >= 40, "fewer than 40 errors");
});
console.log(`steps: ${report.passed} passed, ${report.failed} failed`);
process.exitCode = report.failed === 0 ? 0 : 1;
