// All services in one process, and ten times one service in one tree.
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { megabytes, seconds, table, times } from "./table.mjs";
import { measure } from "./usage.mjs";

export function growth(cli, setting) {
  const { service } = setting;
  const names = readdirSync(dirname(setting.tree)).sort();
  const all = allServices(cli, names, setting);
  const one = copies(cli, 1, setting);
  const ten = copies(cli, 10, setting);
  const used = ({ cpu, wall, bytes }) => [seconds(cpu), seconds(wall), megabytes(bytes)];
  console.log("\n## Growth\n");
  table(
    ["what", "CPU", "time", "peak memory", "CPU, one = 1"],
    [
      [`all ${names.length} services, everything, in one process`, ...used(all), ""],
      [`${service}, everything`, ...used(one), times(1)],
      [
        "ten copies of it in one tree, under paths of their own",
        ...used(ten),
        times(ten.cpu / one.cpu),
      ],
    ],
  );
}

function allServices(cli, names, { tree, home, log }) {
  const config = join(home, "services.json");
  const services = names.map((name) => ({
    name,
    source: join(dirname(tree), name),
    out: `all/${name}`,
    handlers: false,
  }));
  writeFileSync(config, JSON.stringify({ services }));
  return measure([process.execPath, cli, "generate", "--no-cache", "--config", config], {
    log,
    cwd: home,
    times: 1,
    before: () => rmSync(join(home, "all"), { recursive: true, force: true }),
  });
}

function copies(cli, count, { tree, home, log, runs }) {
  const folder = join(home, `copies-${count}`);
  copied(tree, folder, count);
  const out = join(home, "copies-out");
  return measure([process.execPath, cli, "generate", "--no-cache", folder, "--out", out], {
    log,
    cwd: home,
    times: count === 1 ? runs : 1,
    before: () => rmSync(out, { recursive: true, force: true }),
  });
}

/** A tree with the sources of `tree` in it `count` times, each with URLs of its own. */
function copied(tree, folder, count) {
  cpSync(tree, folder, { recursive: true });
  const from = join(tree, "api-ref", "source");
  const source = join(folder, "api-ref", "source");
  rmSync(source, { recursive: true });
  for (let copy = 1; copy <= count; copy += 1) {
    const to = join(source, `copy${copy}`);
    cpSync(from, to, { recursive: true });
    for (const entry of readdirSync(to, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.(?:inc|rst)$/.test(entry.name)) continue;
      const path = join(entry.parentPath ?? entry.path, entry.name);
      const text = readFileSync(path, "utf8");
      const method = /^(\.\. rest_method::\s+\w+\s+)\/?/gm;
      // What lies beside the sources is one folder further away than before.
      const beside = /^(\s*\.\. literalinclude::\s+)(\.\.\/\.\.\/)/gm;
      const moved = text.replace(beside, "$1../$2");
      writeFileSync(path, moved.replace(method, `$1/copy${copy}/`));
    }
  }
}
