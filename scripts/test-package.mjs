// npm run test:package: packs restanza, looks at what is in the package, and installs it into empty
// projects: the whole with TypeScript 5.9 and 7, one that takes only the client (without Fastify),
// and one that takes only the server. Each generates from spec/ and compiles the output and a use of
// the public API under the strictest flags and TypeScript's default libraries.
import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { installWhatIsMissing, npm, root } from "./install.mjs";

installWhatIsMissing();
const temporary = mkdtempSync(join(tmpdir(), "restanza-package-"));
/** What the strictest users ask of the compiler. */
const strictFlags = JSON.parse(readFileSync(join(root, "scripts", "strict-flags.json"), "utf8"));
const server = ["@types/node@20", "fastify@5"];
const projects = [
  { name: "everything", typescript: "~5.9.3", packages: server },
  { name: "TypeScript 7", typescript: "^7.0.2", packages: server },
  { name: "only the client", typescript: "~5.9.3", emit: "client", packages: [] },
  { name: "only the client, TypeScript 7", typescript: "^7.0.2", emit: "client", packages: [] },
  { name: "only the server", typescript: "~5.9.3", emit: "server", packages: server },
];
let failures = 0;
try {
  if (npm(["pack", "--pack-destination", temporary, "--loglevel=error"]) !== 0) {
    throw new Error("npm pack failed");
  }
  const name = readdirSync(temporary).find((file) => file.endsWith(".tgz"));
  for (const [index, project] of projects.entries()) {
    tryIn(join(temporary, name), join(temporary, String(index)), project, index === 0);
  }
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
process.exitCode = failures === 0 ? 0 : 1;

function tryIn(tarball, folder, { name, typescript, emit, packages }, isFirst) {
  const began = performance.now();
  mkdirSync(folder);
  const write = (file, text) => writeFileSync(join(folder, file), text);
  write("package.json", JSON.stringify({ name: "consumer", private: true, type: "module" }));
  write(
    "tsconfig.json",
    JSON.stringify({
      compilerOptions: {
        target: "es2022",
        module: "nodenext",
        types: packages.includes("@types/node@20") ? ["node"] : [],
        noEmit: true,
        ...strictFlags,
      },
      include: ["*.ts", "out"],
    }),
  );
  write(
    "use.ts",
    'import { defineConfig, generate, lint, type Built } from "restanza";\n' +
      'export default defineConfig({ source: "spec", out: "out", limits: { show: { max: "2.35" } } });\n' +
      'export const built: Promise<Built> = generate({ path: "spec" }, { emit: ["types"] });\n' +
      'export const found = lint({ path: "spec" }).then(({ diagnostics }) => diagnostics.length);\n',
  );
  const install = ["install", "--no-audit", "--no-fund", "--loglevel=error"];
  // The same reason as `overrides` in our package.json: Node 20.
  npm(["pkg", "set", "overrides.light-my-request=6.6.0"], { cwd: folder });
  const wanted = [tarball, `typescript@${typescript}`, ...packages];
  if (npm([...install, ...wanted], { cwd: folder }) !== 0) throw new Error("npm install failed");
  const run = (...words) =>
    execFileSync(process.execPath, words, { cwd: folder, encoding: "utf8", stdio: "pipe" });
  const output = [join(root, "spec"), "--out", "out", ...(emit ? ["--emit", emit] : [])];
  try {
    if (isFirst) lookInto(join(folder, "node_modules", "restanza"));
    run("node_modules/restanza/dist/cli.js", "generate", ...output);
    run("node_modules/restanza/dist/cli.js", "check", ...output);
    if (packages.length === 0 && existsSync(join(folder, "node_modules", "fastify"))) {
      throw new Error("restanza brought Fastify, which the client does not need");
    }
    run("node_modules/typescript/bin/tsc", "-p", ".");
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(`ok     ${name} (TypeScript ${typescript}), ${seconds} s`);
  } catch (error) {
    failures += 1;
    console.log(
      `FAILED ${name} (TypeScript ${typescript})\n${error.stdout ?? ""}${error.stderr || error}`,
    );
  }
}

/** Nothing in the package refers to a file that is not in it, and no declaration is beside the API. */
function lookInto(folder) {
  const { scripts = {} } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  for (const [name, script] of Object.entries(scripts)) {
    const absent = script
      .split(" ")
      .find((word) => /\.[cm]?js$/.test(word) && !existsSync(join(folder, word)));
    if (absent) throw new Error(`the script ${name} runs ${absent}, which is not in the package`);
  }
  const types = join(folder, "dist", "types");
  const reached = new Set();
  const waiting = ["index.d.ts"];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    const text = readFileSync(join(types, path), "utf8");
    for (const [, from] of text.matchAll(/(?:from |import\()"(\.[^"]*)\.js"/g))
      waiting.push(join(dirname(path), `${from}.d.ts`));
  }
  const there = readdirSync(types, { recursive: true, encoding: "utf8" });
  const beside = there.find((path) => path.endsWith(".d.ts") && !reached.has(path));
  if (beside) throw new Error(`dist/types/${beside} is not part of the public API`);
}
