// The new user's program of test/real: clients are generated for it, and it is compiled against them
// under the strictest flags, all in a folder of its own.
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { root } from "../install.mjs";
import { run } from "./run.mjs";

/** Each client, and the API reference that it is generated from. */
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
  typeRoots: [join(root, "node_modules", "@types")],
  outDir: "out",
  rootDir: ".",
  ...strictFlags,
};

/** Makes the program in `folder`; gives the file to run, or throws with what is wrong. */
export async function makeProgram(shared, folder) {
  mkdirSync(join(folder, "clients"), { recursive: true });
  const began = performance.now();
  for (const [name, tree] of Object.entries(references)) {
    const words = [join(root, "dist", "cli.js"), "generate", join(shared, "corpora", tree)];
    const out = ["--out", join(folder, "clients", name)];
    const { code, output } = await run(process.execPath, [...words, ...out], { seconds: 300 });
    if (code !== 0) throw new Error(`no client of ${tree}:\n${output.slice(-2000)}`);
  }
  cpSync(join(root, "test", "real"), join(folder, "program"), { recursive: true });
  const files = readdirSync(join(folder, "program")).map((name) => join("program", name));
  const dishonest = files.flatMap((file) =>
    castsOf(file, readFileSync(join(folder, file), "utf8")),
  );
  if (dishonest.length > 0) throw new Error(dishonest.join("\n"));
  writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files }));
  const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
  const { code, output } = await run(process.execPath, [compiler, "-p", "."], {
    cwd: folder,
    seconds: 600,
  });
  if (code !== 0) throw new Error(`the program does not compile:\n${output}`);
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  console.log(
    `ok     clients of ${Object.keys(references).length} services, compiled, ${seconds} s`,
  );
  return join(folder, "out", "program", "main.js");
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
