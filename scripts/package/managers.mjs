// The package managers beside npm, from the registry of npm, each with a store of its own: what
// others cached under our name and version is not what was packed.
import { execFileSync } from "node:child_process";
import { join } from "node:path";

const packages = [
  "publint@0.3.25",
  "@arethetypeswrong/cli@0.18.5",
  "pnpm@10",
  "yarn@1.22.22",
  "@yarnpkg/cli-dist@4.18.1",
  "bun@1.4.5",
];

/** Each manager: how it installs, and what stands before a command that a package brought. */
function all({ tools, tarball, temporary }) {
  const store = (name) => join(temporary, `${name}-store`);
  const wanted = { restanza: `file:${tarball}` };
  const script =
    (file, more = {}) =>
    (words, cwd) =>
      run(process.execPath, [join(tools, file), ...words], cwd, more);
  return [
    {
      name: "pnpm",
      manifest: { dependencies: wanted },
      install: [
        ["install", "--no-frozen-lockfile", "--ignore-scripts", "--store-dir", store("pnpm")],
      ],
      exec: ["exec"],
      run: script("pnpm/bin/pnpm.cjs"),
    },
    {
      name: "Yarn classic",
      manifest: { dependencies: wanted },
      install: [["install", "--no-lockfile", "--ignore-scripts", "--cache-folder", store("yarn")]],
      exec: ["--silent", "run"],
      run: script("yarn/bin/yarn.js", { YARN_REGISTRY: registry() }),
    },
    {
      name: "Yarn Berry",
      manifest: { dependencies: wanted },
      install: [["install", "--mode=skip-build"]],
      exec: ["run"],
      run: script("@yarnpkg/cli-dist/bin/yarn.js", {
        YARN_NPM_REGISTRY_SERVER: registry(),
        YARN_UNSAFE_HTTP_WHITELIST: new URL(registry()).hostname,
        YARN_GLOBAL_FOLDER: store("berry"),
        YARN_ENABLE_IMMUTABLE_INSTALLS: "false",
        YARN_ENABLE_TELEMETRY: "false",
      }),
    },
    {
      name: "Bun",
      manifest: { dependencies: wanted },
      install: [["install", "--ignore-scripts"]],
      exec: ["run"],
      // So it is called on every system, once its package was installed.
      run: (words, cwd) =>
        run(join(tools, "bun/bin/bun.exe"), words, cwd, {
          BUN_CONFIG_REGISTRY: registry(),
          BUN_INSTALL_CACHE_DIR: store("bun"),
        }),
    },
  ];
}

export const managers = { packages, all };

let known;
function registry() {
  known ??= execFileSync("npm", ["config", "get", "registry"], {
    encoding: "utf8",
    shell: process.platform === "win32",
  }).trim();
  return known;
}

function run(file, words, cwd, environment) {
  const env = { ...process.env, ...environment, CI: "true" };
  return execFileSync(file, words, { cwd, env, encoding: "utf8", stdio: "pipe" });
}
