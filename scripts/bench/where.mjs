// Where the time of a cold run goes, by package and by function.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { configuration } from "./generation.mjs";
import { profile } from "./profile.mjs";
import { seconds, table } from "./table.mjs";

/** What writes and prints the types: everything else is restanza's own part. */
const foreign = new Set([
  "openapi-typescript",
  "typescript",
  "ts-morph",
  "@ts-morph/common",
  "@redocly/openapi-core",
]);
const shared = new Set([
  "(idle)",
  "(program)",
  "(garbage collector)",
  "(loading of modules)",
  "node",
]);

export function where(cli, setting) {
  const { home } = setting;
  rmSync(join(home, "ours"), { recursive: true, force: true });
  const words = [cli, "generate", "--config", configuration(setting)];
  const { packages, functions } = profile(words, { cwd: home });
  const sum = (wanted) =>
    packages.filter(([name]) => wanted(name)).reduce((total, [, time]) => total + time, 0);
  const theirs = sum((name) => foreign.has(name));
  const ours = sum((name) => !foreign.has(name) && !shared.has(name));
  console.log("\n## Where the time goes\n");
  console.log(
    `A profile of the cold run: restanza and the libraries of its own part ${seconds(ours)}, openapi-typescript and its TypeScript ${seconds(theirs)}, besides what both share.\n`,
  );
  table(
    ["package", "seconds"],
    packages.filter(([, time]) => time > 0.03).map(([name, time]) => [name, time.toFixed(2)]),
  );
  console.log("");
  table(
    ["function of restanza", "seconds"],
    functions
      .filter(([name]) => name.endsWith("[restanza]"))
      .slice(0, 12)
      .map(([name, time]) => [`\`${name.replace(" [restanza]", "")}\``, time.toFixed(2)]),
  );
}
