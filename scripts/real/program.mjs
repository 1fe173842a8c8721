// The new user's program of test/real: a package of clients is generated and compiled for it, and it
// is compiled against that, both under the strictest flags, all in a folder of its own.
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { root } from "../install.mjs";
import { run } from "./run.mjs";
import { readmeTasks } from "./tasks.mjs";

/** Each service, and the API reference that it is generated from. */
const references = {
  identity: "keystone",
  compute: "nova",
  image: "glance",
  "block-storage": "cinder",
  "shared-file-system": "manila",
  network: "neutron-lib",
  placement: "placement",
  "object-store": "swift",
};

/** What the strictest users ask of the compiler; the tests of what is emitted ask for it, too. */
const strictFlags = JSON.parse(
  readFileSync(new URL("../strict-flags.json", import.meta.url), "utf8"),
);

const compilerOptions = {
  target: "es2022",
  module: "nodenext",
  types: ["node"],
  outDir: "out",
  rootDir: ".",
  ...strictFlags,
};

/** Makes the program in `folder`; gives the file to run, or throws with what is wrong. */
export async function makeProgram(shared, folder) {
  mkdirSync(join(folder, "node_modules"), { recursive: true });
  const began = performance.now();
  const services = Object.entries(references).map(([service, tree]) => ({
    service,
    source: join(shared, "corpora", tree),
  }));
  const config = { package: { name: "openstack", version: "1.0.0", out: "openstack" }, services };
  writeFileSync(join(folder, "restanza.config.json"), JSON.stringify(config));
  await must("no package", [join(root, "dist", "cli.js"), "generate"], { cwd: folder });
  // As npm installs a folder, and what it finds of others here.
  const modules = join(folder, "node_modules");
  symlinkSync(join(folder, "openstack"), join(modules, "openstack"));
  for (const name of ["yaml", "ajv", "ajv-formats", "@types"])
    symlinkSync(join(root, "node_modules", name), join(modules, name));
  mkdirSync(join(modules, "@example"));
  symlinkSync(join(folder, "openstack"), join(modules, "@example", "openstack")); // as in the README
  cpSync(join(root, "test", "real"), join(folder, "program"), { recursive: true });
  for (const [index, { ours, theirs }] of readmeTasks().entries()) {
    const task = join(folder, "program", "tasks", `task-${index + 1}`);
    writeFileSync(`${task}.ts`, ours);
    writeFileSync(`${task}.py`, theirs);
  }
  const files = readdirSync(join(folder, "program"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join("program", name));
  const dishonest = files.flatMap((file) =>
    castsOf(file, readFileSync(join(folder, file), "utf8")),
  );
  if (dishonest.length > 0) throw new Error(dishonest.join("\n"));
  writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files }));
  const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
  const flags = Object.entries(strictFlags).flatMap(([flag, value]) => [`--${flag}`, `${value}`]);
  await must("the package does not compile", [compiler, "-p", "openstack", ...flags], {
    cwd: folder,
  });
  await must("the program does not compile", [compiler, "-p", "."], { cwd: folder });
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  console.log(
    `ok     clients of ${Object.keys(references).length} services, compiled, ${seconds} s`,
  );
  return join(folder, "out", "program", "main.js");
}

async function must(otherwise, words, options) {
  const { code, output } = await run(process.execPath, words, { seconds: 600, ...options });
  if (code !== 0) throw new Error(`${otherwise}:\n${output.slice(-4000)}`);
}

/** Where a text tells the compiler more than it can know. */
export function castsOf(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found = [];
  const say = (at, what) => {
    const { line } = source.getLineAndCharacterOfPosition(at);
    found.push(`${file}:${line + 1}: ${what}`);
  };
  for (const { index, 0: comment } of text.matchAll(/@ts-(?:expect-error|ignore|nocheck)/g))
    say(index, comment);
  const visit = (node) => {
    const isConst = ts.isAsExpression(node) && ts.isConstTypeReference(node.type);
    if ((ts.isAsExpression(node) && !isConst) || ts.isTypeAssertionExpression(node))
      say(node.getStart(), "a cast");
    if (ts.isNonNullExpression(node)) say(node.getStart(), "a non-null assertion");
    if (node.kind === ts.SyntaxKind.AnyKeyword) say(node.getStart(), "any");
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
