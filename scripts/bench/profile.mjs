// Where the time of a run goes: the samples of a CPU profile, by the package whose code, or whose
// call into Node, was running.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Seconds by package and by function of a run of `words` (a script and its arguments). */
export function profile(words, options) {
  const folder = mkdtempSync(join(tmpdir(), "restanza-profile-"));
  try {
    const node = ["--cpu-prof", `--cpu-prof-dir=${folder}`, ...words];
    const { status } = spawnSync(process.execPath, node, { stdio: "ignore", ...options });
    if (status !== 0) throw new Error(`${words.join(" ")}: exit ${status}`);
    const [name] = readdirSync(folder);
    return read(JSON.parse(readFileSync(join(folder, name), "utf8")));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function read({ nodes, samples, timeDeltas }) {
  const own = new Map();
  samples.forEach((id, at) => own.set(id, (own.get(id) ?? 0) + timeDeltas[at] / 1e6));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const packages = new Map();
  const functions = new Map();
  const add = (map, key, seconds) => map.set(key, (map.get(key) ?? 0) + seconds);
  const waiting = [[nodes[0], "node"]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [node, around] = next;
    const { functionName, url, lineNumber } = node.callFrame;
    const here = packageOf(url, functionName) ?? around;
    const seconds = own.get(node.id) ?? 0;
    add(packages, here, seconds);
    const file = url.split("/").at(-1);
    add(functions, `${functionName || "(anonymous)"} ${file}:${lineNumber + 1} [${here}]`, seconds);
    for (const id of node.children ?? []) waiting.push([byId.get(id), here]);
  }
  const sorted = (map) => [...map].sort(([, a], [, b]) => b - a);
  return { packages: sorted(packages), functions: sorted(functions) };
}

function packageOf(url, name) {
  if (["(garbage collector)", "(idle)", "(program)"].includes(name)) return name;
  // Whose module it is that Node reads and compiles, a profile does not say.
  if (url.startsWith("node:internal/modules/")) return "(loading of modules)";
  const found = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url);
  if (found) return found[1];
  return url.startsWith("file:") ? "restanza" : undefined;
}
