#!/usr/bin/env node
// Everything that must hold before a change goes in: npm test on the clean checkout, the slower
// suites, mutated documents, a program on real services, the committed output made anew, and npm test on a current Node. The last
// line is the sum.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const temporary = mkdtempSync(join(tmpdir(), "restanza-ci-"));
const currentNode = "24";
/** Always the same documents: a change that goes in does not depend on luck. `npm run soak` does. */
const mutations = ["--seed", "12", "--cases", "10000", "--emit", "300"];
/** Drawn like the documents: a hundred of them, of which the tests of the runtime notice most. */
const mutants = ["templates/client/runtime", "--draw", "100", "--min", "75"];
const sum = { passed: 0, failed: 0 };
const atStart = status();

try {
  counted("npm test", ["npm", "test"], {});
  counted("the command, run dozens of times", ["npm", "run", "test:runs"], {});
  suite("mutants of the client's runtime", ["npm", "run", "mutate", "--", ...mutants]);
  suite("the packed package", ["npm", "run", "test:package"]);
  counted("workspaces with build engines", ["npm", "run", "test:engines"], {});
  counted("the plugin in bundlers", ["npm", "run", "test:bundlers"], {});
  counted("the client on other platforms", ["npm", "run", "test:platforms"], {});
  counted("the site in a browser", ["npm", "run", "test:site"], {});
  counted("mutated documents", ["npm", "run", "fuzz", "--", ...mutations], {});
  counted("a new user's program, on real services", ["npm", "run", "test:real"], {});
  regenerated();
  onCurrentNode();
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
process.exitCode = sum.failed === 0 ? 0 : 1;
console.log(`${sum.passed} passed, ${sum.failed} failed`);

/** A suite that says itself how much of it passed and failed: tests, or documents. */
function counted(name, words, environment) {
  const counts = join(temporary, "counts.json");
  rmSync(counts, { force: true });
  const ok = run(name, words, { ...environment, RESTANZA_COUNTS: counts });
  const found = existsSync(counts) ? JSON.parse(readFileSync(counts, "utf8")) : undefined;
  if (found === undefined || (!ok && found.failed === 0)) sum.failed += 1;
  sum.passed += found?.passed ?? 0;
  sum.failed += found?.failed ?? 0;
}

/** A suite that counts as one. */
function suite(name, words) {
  if (run(name, words, {})) sum.passed += 1;
  else sum.failed += 1;
}

/** The committed output is what this checkout makes, byte for byte, and no suite left a file behind. */
function regenerated() {
  const made = run("generate again", ["node", "dist/cli.js", "generate"], {});
  const after = status();
  const stale = after.includes("generated/");
  if (stale) console.log("generated/ is not what the sources give: run npm start and commit it.");
  else if (after !== atStart) console.log("A suite above left files in the checkout:");
  if (made && !stale && after === atStart) sum.passed += 1;
  else {
    console.log(after);
    sum.failed += 1;
  }
}

function status() {
  const options = { cwd: root, encoding: "utf8" };
  return spawnSync("git", ["status", "--porcelain"], options).stdout;
}

/** Not as a devDependency: its bin would shadow `node` in every npm script. */
function onCurrentNode() {
  const prefix = join(temporary, "node");
  const binary = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
  const install = ["install", "--no-audit", "--no-fund", "--prefix", prefix];
  const name = `Node ${currentNode}`;
  if (!run(`install ${name}`, ["npm", ...install, `${binary}@${currentNode}`], {})) {
    console.log(`${name} could not be installed, so nothing was tried on it.`);
    sum.failed += 1;
    return;
  }
  const bin = join(prefix, "node_modules", binary, "bin");
  const path = [bin, dirname(process.execPath), process.env.PATH].join(delimiter);
  counted(`npm test on ${name}`, ["npm", "test"], { PATH: path });
}

function run(name, [command, ...words], environment) {
  console.log(`\n━━ ${name}`);
  const began = performance.now();
  const { status: code, error } = spawnSync(command, words, {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, CI: "true", ...environment },
  });
  if (error) console.log(error.message);
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  console.log(`━━ ${name}: ${code === 0 ? "ok" : "FAILED"}, ${seconds} s`);
  return code === 0;
}
