// npm run test:package: packs restanza, installs the tarball into empty projects with TypeScript
// 5.9 and 7, generates there from spec/, and compiles the output and a use of the public API under
// the strictest flags.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installWhatIsMissing, npm, root } from "./install.mjs";

installWhatIsMissing();
const temporary = mkdtempSync(join(tmpdir(), "restanza-package-"));
let failures = 0;
try {
  if (npm(["pack", "--pack-destination", temporary, "--loglevel=error"]) !== 0) {
    throw new Error("npm pack failed");
  }
  const tarball = readdirSync(temporary).find((name) => name.endsWith(".tgz"));
  for (const typescript of ["~5.9.3", "^7.0.2"]) tryIn(join(temporary, tarball), typescript);
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
process.exitCode = failures === 0 ? 0 : 1;

function tryIn(tarball, typescript) {
  const began = performance.now();
  const folder = join(temporary, `typescript-${typescript.replace(/\D/g, "")}`);
  mkdirSync(folder);
  const write = (name, text) => writeFileSync(join(folder, name), text);
  write("package.json", JSON.stringify({ name: "consumer", private: true, type: "module" }));
  write(
    "tsconfig.json",
    JSON.stringify({
      compilerOptions: {
        target: "es2022",
        module: "nodenext",
        types: ["node"],
        noEmit: true,
        strict: true,
        exactOptionalPropertyTypes: true,
        noUncheckedIndexedAccess: true,
        noPropertyAccessFromIndexSignature: true,
        noImplicitOverride: true,
        noUnusedLocals: true,
        noUnusedParameters: true,
        verbatimModuleSyntax: true,
        erasableSyntaxOnly: true,
        isolatedModules: true,
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
  const packages = [tarball, `typescript@${typescript}`, "@types/node@20", "fastify@5"];
  // The same reason as `overrides` in our package.json: Node 20.
  npm(["pkg", "set", "overrides.light-my-request=6.6.0"], { cwd: folder });
  if (npm([...install, ...packages], { cwd: folder }) !== 0) throw new Error("npm install failed");
  const run = (...words) =>
    execFileSync(process.execPath, words, { cwd: folder, encoding: "utf8", stdio: "pipe" });
  try {
    run("node_modules/restanza/dist/cli.js", "generate", join(root, "spec"), "--out", "out");
    run("node_modules/restanza/dist/cli.js", "check", join(root, "spec"), "--out", "out");
    run("node_modules/typescript/bin/tsc", "-p", ".");
    const version = run("node_modules/typescript/bin/tsc", "--version").trim();
    console.log(
      `ok     TypeScript ${version}, ${((performance.now() - began) / 1000).toFixed(1)} s`,
    );
  } catch (error) {
    failures += 1;
    console.log(`FAILED TypeScript ${typescript}\n${error.stdout ?? ""}${error.stderr ?? error}`);
  }
}
