// The platforms, each in the version that is tried, which npm installs into a temporary folder.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { npm } from "../install.mjs";

const node = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
const nodes = { 20: "20.20.2", 22: "22.23.3", 24: "24.22.3" };
const deno = "2.9.6";
const bun = "1.4.5";

/** Installs those whose names begin with one of `only`, or all. */
export function installPlatforms(folder, only) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "private": true }');
  const wanted = platformsIn(folder).filter(
    ({ name }) => only.length === 0 || only.some((word) => name.startsWith(word)),
  );
  if (wanted.length === 0) return [];
  const packages = new Set(wanted.map((platform) => platform.package));
  const words = ["install", "--no-audit", "--no-fund", "--loglevel=error", ...packages];
  if (npm(words, { cwd: folder }) !== 0) throw new Error("the platforms could not be installed");
  return wanted;
}

function platformsIn(folder) {
  const modules = join(folder, "node_modules");
  // Nothing is read but the clouds and what the program is made of, and nothing is fetched.
  const rights = ["--allow-net", "--allow-env", "--allow-read", "--no-prompt"];
  const alone = ["--no-lock", "--cached-only", ...rights];
  const denoEnv = { DENO_DIR: join(folder, "deno"), DENO_NO_UPDATE_CHECK: "1" };
  const bin = (name) => join(modules, ".bin", name);
  return [
    ...Object.entries(nodes).map(([major, version]) => ({
      name: `node${major}`,
      package: `node${major}@npm:${node}@${version}`,
      command: [join(modules, `node${major}`, "bin", "node")],
    })),
    {
      name: "deno",
      package: `deno@${deno}`,
      command: [bin("deno"), "run", ...alone],
      env: denoEnv,
    },
    {
      name: "deno-typescript",
      package: `deno@${deno}`,
      // `./client.js` is `client.ts` here, which only this flag has Deno find.
      command: [bin("deno"), "run", "--sloppy-imports", ...alone],
      env: denoEnv,
      typescript: true,
    },
    { name: "bun", package: `bun@${bun}`, command: [bin("bun")] },
    { name: "bun-typescript", package: `bun@${bun}`, command: [bin("bun")], typescript: true },
  ];
}
