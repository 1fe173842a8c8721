// Runs a command and says what it took: CPU of it and of all its children, time, and the memory of
// the largest of them. Python's `resource` knows, Node does not.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

const wrapper = `
import json, os, resource, subprocess, sys, time
began = time.monotonic()
# Not nothing: a python3 that is a script of pyenv's has run others before it became Python.
before = resource.getrusage(resource.RUSAGE_CHILDREN)
with open(sys.argv[1], "wb") as log:
    code = subprocess.call(sys.argv[2:], stdout=log, stderr=subprocess.STDOUT)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
unit = 1 if sys.platform == "darwin" else 1024
print(json.dumps({
    "code": code, "wall": time.monotonic() - began,
    "cpu": used.ru_utime + used.ru_stime - before.ru_utime - before.ru_stime,
    "bytes": used.ru_maxrss * unit,
}))
`;

/** Whether anything can be measured here. */
export function canMeasure() {
  return spawnSync("python3", ["-c", "import resource"]).status === 0;
}

/**
 * The least of `times` runs of a command, by CPU. `before` is called before each of them. A run that
 * fails is an error with the end of what it printed.
 */
export function measure(words, { log, times = 3, before, mayFail = false, ...options }) {
  let best;
  for (let run = 0; run < times; run += 1) {
    before?.();
    const child = spawnSync("python3", ["-c", wrapper, log, ...words], {
      encoding: "utf8",
      maxBuffer: 1e8,
      ...options,
    });
    if (child.status !== 0) throw new Error(child.stderr);
    const used = JSON.parse(child.stdout);
    if (used.code !== 0 && !mayFail) {
      const end = readFileSync(log, "utf8").slice(0, 2000);
      throw new Error(`${words.join(" ")}: exit ${used.code}
${end}`);
    }
    if (best === undefined || used.cpu < best.cpu) best = used;
  }
  return best;
}
