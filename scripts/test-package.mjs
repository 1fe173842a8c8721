// npm run test:package: packs restanza and tries the package as people take it.
// - publint and "are the types wrong" find nothing, and the package holds what it is to hold.
// - npm, pnpm, Yarn (classic and Berry, with Plug'n'Play) and Bun each install it into an empty
//   project once, run the command and find everything fresh.
// - What is generated, and a use of the public API, compile with TypeScript 5.5, 5.9, 6.0 and 7
//   under the strictest flags; the client alone without any other package, and the server alone.
// - A new repository takes it from `init` to a watch that mends what became stale.
// - A job of examples/ci/ runs it with npx, from the path of the tarball.
// - A large public API's document becomes a client and a server that understand each other.
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
import { join } from "node:path";
import { installWhatIsMissing, npm, root } from "./install.mjs";
import { lookInto } from "./package/contents.mjs";
import { managers } from "./package/managers.mjs";
import { tryNewRepository } from "./package/new-repository.mjs";
import { bundled, publicDocument, writeProgram } from "./package/public-document.mjs";
import { tryRecipe } from "./package/recipe.mjs";

installWhatIsMissing();
const temporary = mkdtempSync(join(tmpdir(), "restanza-package-"));
const compilers = { 5.5: "~5.5.4", 5.9: "~5.9.3", "6.0": "~6.0.0", 7: "^7.0.2" };
const server = ["@types/node@20", "fastify@5"];
const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
/** What the strictest users ask of the compiler; one of the flags is younger than TypeScript 5.5. */
const strictFlags = JSON.parse(readFileSync(join(root, "scripts", "strict-flags.json"), "utf8"));
const youngFlags = ["erasableSyntaxOnly"];
let failures = 0;

try {
  if (npm(["pack", "--pack-destination", temporary, "--loglevel=error"]) !== 0) {
    throw new Error("npm pack failed");
  }
  const tarball = join(
    temporary,
    readdirSync(temporary).find((file) => file.endsWith(".tgz")),
  );
  step("what npm pack says, of which pre-commit takes the name of the package", () => {
    const said = execFileSync("npm", ["pack", "--dry-run"], { cwd: root, encoding: "utf8" });
    if (!/^\S+\.tgz\n$/.test(said)) throw new Error(`npm pack says: ${said}`);
  });
  step("a job of examples/ci", () => tryRecipe(root, tarball, join(temporary, "recipe")));
  const tools = installed("tools", managers.packages);
  step("the manifest (publint)", () =>
    run(join(tools, "publint/src/cli.js"), [tarball, "--strict"], root),
  );
  step("the declarations (are the types wrong)", () =>
    run(
      join(tools, "@arethetypeswrong/cli/dist/index.js"),
      [tarball, "--profile", "esm-only"],
      root,
    ),
  );
  const typescripts = Object.entries(compilers).map(
    ([name, range]) => `typescript-${name}@npm:typescript@${range}`,
  );
  const whole = project("npm", [tarball, ...typescripts, ...server]);
  step("the contents", () => lookInto(tarball, join(whole, "node_modules", "restanza")));
  step("npm: generates, and finds it fresh", () => generate(whole, []));
  for (const name of Object.keys(compilers))
    step(`everything, TypeScript ${name}`, () => compile(whole, name, true));
  const alone = project("only the client", [tarball, ...typescripts]);
  step("only the client brings no Fastify", () => {
    generate(alone, ["--emit", "client"]);
    if (existsSync(join(alone, "node_modules", "fastify"))) throw new Error("fastify is there");
  });
  for (const name of ["5.5", "7"])
    step(`only the client, TypeScript ${name}`, () => compile(alone, name, false));
  rmSync(join(whole, "out"), { recursive: true });
  step("only the server, TypeScript 5.9", () => {
    generate(whole, ["--emit", "server"]);
    compile(whole, "5.9", true);
  });
  step("a public document: compiles, and the client calls the server", () => {
    const folder = project("public", [tarball, "typescript-7@npm:typescript@^7.0.2", ...server]);
    npm(["install", ...quiet, ...publicDocument.packages], { cwd: folder });
    generate(folder, [], publicDocument.path);
    writeProgram(folder);
    compile(folder, "7", true);
    run(bundled(folder), [], folder);
  });
  await stepLater("a new repository: init, build, a call, stale docs, and a watch that mends", () =>
    tryNewRepository({
      folder: emptyProject("new-repository"),
      tarball,
      install(folder, packages) {
        if (npm(["install", ...quiet, ...packages], { cwd: folder }) !== 0)
          throw new Error("npm install failed");
      },
      flags: strictFlags,
    }),
  );
  for (const manager of managers.all({ tools, tarball, temporary })) {
    step(`${manager.name}: installs, generates, and finds it fresh`, () => {
      const folder = emptyProject(manager.name, manager.manifest);
      for (const words of manager.install) manager.run(words, folder);
      for (const command of ["generate", "check"])
        manager.run(
          [...manager.exec, "restanza", command, join(root, "spec"), "--out", "out"],
          folder,
        );
    });
  }
} catch (error) {
  failures += 1;
  console.log(`FAILED to the end: ${error}`);
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
process.exitCode = failures === 0 ? 0 : 1;

/** One thing that has to hold; all are tried. */
function step(name, work) {
  const began = performance.now();
  try {
    work();
    console.log(`ok     ${name}, ${((performance.now() - began) / 1000).toFixed(1)} s`);
  } catch (error) {
    failures += 1;
    console.log(`FAILED ${name}\n${error.stdout ?? ""}${error.stderr || error}`);
  }
}

async function stepLater(name, work) {
  const error = await work().catch((thrown) => thrown);
  step(name, () => {
    if (error !== undefined) throw error;
  });
}

function emptyProject(name, manifest = {}) {
  const folder = join(temporary, name.replaceAll(" ", "-"));
  mkdirSync(folder);
  const text = JSON.stringify({ name: "consumer", private: true, type: "module", ...manifest });
  writeFileSync(join(folder, "package.json"), text);
  return folder;
}

/** A project with these packages, and a use of the public API. */
function project(name, packages) {
  const folder = emptyProject(name);
  // The same reason as `overrides` in our package.json: Node 20.
  npm(["pkg", "set", "overrides.light-my-request=6.6.0"], { cwd: folder });
  if (npm(["install", ...quiet, ...packages], { cwd: folder }) !== 0)
    throw new Error("npm install failed");
  writeFileSync(
    join(folder, "use.ts"),
    'import { defineConfig, type Emitter, generate, lint, literal, type Built } from "restanza";\n' +
      'const mine: Emitter = { name: "mine", plan: async ({ title }) => [{ path: "a.ts", text: literal(title) }] };\n' +
      'export default defineConfig({ source: "spec", out: "out", limits: { show: { max: "2.35" } }, emitters: [mine] });\n' +
      'export const built: Promise<Built> = generate({ path: "spec" }, { emit: ["types"] });\n' +
      'export const found = lint({ path: "spec" }).then(({ diagnostics }) => diagnostics.length);\n' +
      'import vite, { type Options } from "restanza/vite";\n' +
      'import webpack from "restanza/webpack";\n' +
      'const options: Options = { services: ["a"], failOn: "error" };\n' +
      "export const plugins = [vite(options), webpack()];\n",
  );
  return folder;
}

/** A folder of packages that are tools, not what is tried; its node_modules. */
function installed(name, packages) {
  const folder = emptyProject(name);
  if (npm(["install", ...quiet, ...packages], { cwd: folder }) !== 0)
    throw new Error("npm install failed");
  return join(folder, "node_modules");
}

function generate(folder, more, source = join(root, "spec")) {
  const command = join(folder, "node_modules/restanza/dist/cli.js");
  for (const word of ["generate", "check"])
    run(command, [word, source, "--out", "out", ...more], folder);
}

function compile(folder, name, hasNode) {
  const flags = Object.entries(strictFlags).filter(
    ([flag]) => name !== "5.5" || !youngFlags.includes(flag),
  );
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({
      compilerOptions: {
        target: "es2022",
        module: "nodenext",
        types: hasNode ? ["node"] : [],
        noEmit: true,
        ...Object.fromEntries(flags),
      },
      include: ["*.ts", "out"],
    }),
  );
  run(join(folder, `node_modules/typescript-${name}/bin/tsc`), ["-p", "."], folder);
}

function run(file, words, cwd) {
  return execFileSync(process.execPath, [file, ...words], { cwd, encoding: "utf8", stdio: "pipe" });
}
