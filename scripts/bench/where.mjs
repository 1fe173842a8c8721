// Where the time of a cold run goes, by package and by function.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { configuration } from "./generation.mjs";
import { profile } from "./profile.mjs";
import { seconds, table } from "./table.mjs";

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
  const words = [cli, "generate", "--no-cache", "--config", configuration(setting)];
  const { packages, functions } = profile(words, { cwd: home });
  const sum = (wanted) =>
    packages.filter(([name]) => wanted(name)).reduce((total, [, time]) => total + time, 0);
  const ours = sum((name) => !shared.has(name));
  console.log("\n## Where the time goes\n");
  console.log(
    `A profile of the cold run: restanza and its libraries ${seconds(ours)}, besides Node, the loading of modules and garbage collection.\n`,
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
