/**
 * A new user's program: what somebody does in a first week with a cloud, with nothing but the
 * package that restanza makes from the documentation of its services. No cast, nothing that mends
 * what a client sends.
 *
 * @module
 */
import { blockStorage } from "./block-storage.js";
import { logIn } from "./cloud.js";
import { compute } from "./compute.js";
import { identity, register } from "./identity.js";
import { image } from "./image.js";
import { network } from "./network.js";
import { objectStorage } from "./object-store.js";
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
  await image(report, admin);
  await compute(report, admin);
  await blockStorage(report, admin);
  await placement(report, admin);
  await whereThere("NEUTRON", () => network(report, admin));
  await whereThere("MANILA", () => shares(report, admin));
  await whereThere("SWIFT", () => objectStorage(report, setting("SWIFT")));
}
console.log(`steps: ${report.passed} passed, ${report.failed} failed`);
process.exitCode = report.failed === 0 ? 0 : 1;
