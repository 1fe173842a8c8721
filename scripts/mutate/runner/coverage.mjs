// Which tests are asked about a mutant: those that come by it.

import { within } from "./stages.mjs";

/**
 * Stryker's counts of the dry run, in which `perTest` has tests and `file PATH` (what a test file
 * does outside of its tests, which is for all of them), and `static` what happens while modules are
 * loaded. A mutant of the latter is asked of all tests that run anything of its module, or of the
 * modules that import it.
 */
export function coverageOf(counts, tests, mutants, importersOf) {
  const perTest = Object.fromEntries(tests.map(({ id }) => [id, {}]));
  const byFile = new Map();
  for (const { id, path } of tests) byFile.set(path, [...(byFile.get(path) ?? []), id]);
  const hit = (id, mutant, count) => {
    if (perTest[id] !== undefined) perTest[id][mutant] = (perTest[id][mutant] ?? 0) + count;
  };
  for (const [counted, found] of Object.entries(counts.perTest)) {
    const id = counted.replace(within, "");
    const all = id.startsWith("file ") ? (byFile.get(id.slice("file ".length)) ?? []) : [id];
    for (const [mutant, count] of Object.entries(found))
      for (const one of all) hit(one, mutant, count);
  }
  const moduleOf = new Map(mutants.map(({ id, path }) => [id, path]));
  const runs = new Map();
  for (const [id, found] of Object.entries(perTest))
    for (const mutant of Object.keys(found)) {
      const path = moduleOf.get(mutant);
      if (!runs.has(path)) runs.set(path, new Set());
      runs.get(path).add(id);
    }
  const reached = new Map();
  for (const [mutant, count] of Object.entries(counts.static)) {
    const path = moduleOf.get(mutant);
    if (!reached.has(path)) reached.set(path, testsThatReach(path, runs, byFile, importersOf));
    for (const id of reached.get(path)) hit(id, mutant, count);
  }
  return { static: {}, perTest };
}

/** Test or `file PATH` → the mutants that it comes by outside of inference. */
export function outsideOf(counts) {
  return Object.entries(counts.perTest)
    .filter(([id]) => !id.endsWith(within))
    .map(([id, found]) => [id, Object.keys(found)]);
}

/** Modules that only hold what others use are looked through. */
function testsThatReach(path, runs, byFile, importersOf) {
  const found = new Set(runs.get(path));
  const seen = new Set([path]);
  const waiting = [...importersOf(path)];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    for (const id of byFile.get(next) ?? []) found.add(id);
    if (runs.has(next)) for (const id of runs.get(next)) found.add(id);
    else waiting.push(...importersOf(next));
  }
  return found;
}
