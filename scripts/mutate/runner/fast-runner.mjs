import { readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { commonTokens } from "@stryker-mutator/api/plugin";
import { keyOf } from "../mutants.mjs";
import { Asking } from "./asking.mjs";
import { coverageOf, outsideOf } from "./coverage.mjs";
import { Order } from "./order.mjs";
import { Stages } from "./stages.mjs";
import { World } from "./world.mjs";

/**
 * Stryker's runner of tests for one process. The modules of the checkout stay loaded from one
 * mutant to the next, and compiled as far as V8 got, but for tests. Where a mutant is of what
 * happens while a module is loaded, that module and all that know it are loaded anew.
 *
 * Its settings are `restanza` among Stryker's: `tests` (paths), `originals` (where the mutated files
 * are unchanged), `mutated` (their paths), `wanted` (where the keys of the mutants to try are),
 * `dryRun` (where the dry run leaves what it found, for other processes).
 */
export class FastRunner {
  static inject = [commonTokens.options];
  #root = process.cwd();
  #settings;
  #wanted;
  #world;
  #asking;
  #order = new Order();
  #stages;
  /** The mutants that are come by while modules are loaded. */
  #static = undefined;
  /** Test → the mutants that it comes by outside of inference. */
  #outside;
  #places;
  #depends;
  #crashed;
  /** Whether the modules were loaded with such a mutant. */
  #spoilt = false;
  #space = (globalThis.__stryker__ ??= {});

  constructor({ restanza }) {
    this.#settings = restanza;
    this.#stages = new Stages(restanza.mutated, this.#space);
    this.#wanted = new Set(JSON.parse(readFileSync(restanza.wanted, "utf8")));
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    process.env.NODE_ENV = "test";
    process.env.VITEST = "true";
    process.env.CI = "";
    this.#asking = await Asking.of(this.#root, {
      load: (path) => {
        this.#world.forget((each) => each === path);
        return this.#world.load(path);
      },
      reset: () => this.#world.forget((path) => !path.startsWith("test/")),
      now: (id) => {
        this.#space.currentTestId = id;
        this.#stages.begin(id, this.#world?.counting ?? false, this.#depends?.(id) ?? true);
      },
      passed: () => this.#stages.isSame,
    });
    const given = { vitest: this.#asking.vitest };
    this.#world = new World(this.#root, this.#settings.originals, given, (path, evaluate) =>
      this.#stages.around(path, this.#evaluate(path, evaluate)),
    );
    this.#world.load("test/seed.ts");
    // What is thrown where nobody waits ends a run of Vitest: the mutant is killed, not the process.
    process.on("uncaughtException", (error) => this.#crashed?.(error));
    process.on("unhandledRejection", () => undefined);
    for (const method of ["log", "info", "warn", "error"]) console[method] = () => undefined;
  }

  /** What happens while a module is loaded is no test's own, unless it is a module of tests. */
  #evaluate(path, evaluate) {
    const before = this.#space.currentTestId;
    if (!path.startsWith("test/")) this.#space.currentTestId = undefined;
    try {
      return evaluate();
    } finally {
      this.#space.currentTestId = before;
    }
  }

  async dryRun() {
    this.#world.counting = true;
    this.#space.mutantCoverage = { static: {}, perTest: {} };
    const all = [];
    for (const path of this.#settings.tests) {
      const { tests, failure } = await this.#asking.run(path, { bail: false });
      if (failure !== undefined)
        return { status: "error", errorMessage: `${failure.id}: ${failure.message}` };
      all.push(...tests.filter(({ ran }) => ran).map((test) => ({ ...test, path })));
    }
    const counts = this.#space.mutantCoverage;
    const places = this.#placesOfMutants();
    const coverage = coverageOf(counts, all, places, (path) => this.#world.importersOf(path));
    const found = {
      places,
      static: Object.keys(counts.static),
      outside: outsideOf(counts),
      answers: [...this.#stages.answers],
    };
    writeFileSync(this.#settings.dryRun, JSON.stringify(found));
    this.#world.counting = false;
    this.#world.forget(() => true);
    return {
      status: "complete",
      mutantCoverage: coverage,
      tests: all.map(({ id, path, duration }) => ({
        id,
        name: id,
        fileName: join(this.#root, path),
        timeSpentMs: duration,
        status: 0,
      })),
    };
  }

  async mutantRun({ activeMutant, sandboxFileName, testFilter = [], hitLimit }) {
    const module = relative(this.#root, sandboxFileName);
    if (!this.#wanted.has(keyOf(mutantOf(activeMutant, module))))
      return { status: "survived", nrOfTests: 0 };
    this.#recall();
    const isStatic = this.#static.has(activeMutant.id);
    this.#world.mutate(module, isStatic || this.#spoilt);
    this.#spoilt = isStatic;
    this.#stages.mutate();
    this.#depends = this.#dependence(activeMutant.id, module);
    this.#space.activeMutant = activeMutant.id;
    this.#space.hitCount = 0;
    this.#space.hitLimit = hitLimit;
    const result = await this.#ask(module, testFilter);
    const { hitCount } = this.#space;
    this.#space.activeMutant = undefined;
    if (hitLimit !== undefined && hitCount > hitLimit)
      return { status: "timeout", reason: `Run ${hitCount} times` };
    return result;
  }

  /** What the dry run found, which was in another process perhaps. */
  #recall() {
    if (this.#static !== undefined) return;
    const found = JSON.parse(readFileSync(this.#settings.dryRun, "utf8"));
    this.#static = new Set(found.static);
    this.#outside = new Map(found.outside.map(([id, ids]) => [id, new Set(ids)]));
    this.#places = new Map(found.places.map(({ id, path }) => [id, path]));
    this.#stages.answers = new Map(found.answers);
  }

  /**
   * Which tests see more of a mutant than what inference answers: they come by it elsewhere, or,
   * where it is of what happens while its module is loaded, by anything that knows the module.
   */
  #dependence(mutant, module) {
    const dependents = this.#world.dependentsOf(module);
    const matters = this.#static.has(mutant)
      ? (each) => dependents.has(this.#places.get(each))
      : (each) => each === mutant;
    const known = new Map();
    const among = (id) => {
      if (!known.has(id)) known.set(id, [...(this.#outside.get(id) ?? [])].some(matters));
      return known.get(id);
    };
    return (id) =>
      id === undefined || among(id) || among(`file ${id.slice(0, Math.max(0, id.indexOf("#")))}`);
  }

  async #ask(module, ids) {
    let count = 0;
    for (const group of this.#order.groups(module, ids)) {
      const wanted = new Set(group.ids);
      const t0 = performance.now();
      const { tests, failure } = await this.#run(group.path, wanted);
      (await import("node:fs")).appendFileSync(
        "/tmp/mutate/log",
        `${process.pid} ${module} ${group.path} ${group.ids.length} ${(performance.now() - t0).toFixed(0)} tests ${tests.reduce((a, t) => a + t.duration, 0).toFixed(0)} ${failure?.id ?? ""}\n`,
      );
      for (const { id, ran, duration } of tests)
        if (ran) {
          count += 1;
          this.#order.took(id, duration);
        }
      if (failure === undefined) continue;
      this.#order.killed(module, failure.id);
      const { id, message } = failure;
      return { status: "killed", killedBy: [id], failureMessage: message, nrOfTests: count };
    }
    return { status: "survived", nrOfTests: count };
  }

  /** The tests of a file; what is thrown outside of all of them is a failure, too. */
  async #run(path, wanted) {
    let failure;
    this.#crashed = ({ message }) => (failure ??= { id: `${path}#outside of its tests`, message });
    const result = await this.#asking.run(path, { wanted, bail: true });
    this.#crashed = undefined;
    return { tests: result.tests, failure: result.failure ?? failure };
  }

  /** The number of each mutant, and the module it is in, as the switched files have them. */
  #placesOfMutants() {
    return this.#settings.mutated.flatMap((path) => {
      const text = readFileSync(join(this.#root, path), "utf8");
      const ids = new Set([...text.matchAll(/\bstryMutAct_\w+\("(\d+)"\)/g)].map(([, id]) => id));
      return [...ids].map((id) => ({ id, path }));
    });
  }
}

const mutantOf = ({ mutatorName, replacement, location }, file) => ({
  file,
  mutator: mutatorName,
  replacement,
  start: location.start,
  end: location.end,
});
