// Test files of the world are run, whole or in part, until a test fails.
import { join, relative } from "node:path";
import { loadVitest, runnerOf } from "./vitest.mjs";

/** Where a name stands several times in a file, a number tells its tests apart. */
function namesOf(file, path) {
  const seen = new Map();
  const ids = new Map();
  const visit = (task, names) => {
    if (task.type === "suite") {
      for (const inner of task.tasks) visit(inner, [...names, task.name]);
      return;
    }
    const name = `${path}#${[...names, task.name].join(" > ")}`;
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    ids.set(task, count === 0 ? name : `${name} (${count + 1})`);
  };
  for (const task of file.tasks) visit(task, []);
  return ids;
}

/** Leaves the wanted tests to be run, the first of `order` first; suites without any are not begun. */
function choose(suite, ids, wanted) {
  let any = false;
  for (const task of suite.tasks) {
    const asked =
      task.type === "suite"
        ? task.mode !== "skip" && choose(task, ids, wanted)
        : wanted.has(ids.get(task));
    if (!asked && task.mode !== "todo") task.mode = "skip";
    any ||= asked && task.mode !== "skip";
  }
  return any;
}

export class Asking {
  #vitest;
  #root;
  #Runner;
  #ids = new Map();
  #wanted = undefined;
  #bail = false;
  #failure = undefined;
  #told;

  /** `told.now(id)`: which test, or `file PATH` around tests, is being run from now on. */
  static async of(root, told) {
    const asking = new Asking();
    asking.#root = root;
    asking.#told = told;
    asking.#vitest = await loadVitest(root, () => told.reset());
    asking.#Runner = runnerOf(asking.#vitest, {
      load: (file) => told.load(relative(root, file)),
      on: {
        collected: (files) => asking.#collected(files),
        suite: (suite) => told.now(suite && `file ${relative(root, suite.file.filepath)}`),
        test: (test) => told.now(asking.#ids.get(test)),
        tested: (test) => {
          if (test.result?.state === "fail") asking.#fail(asking.#ids.get(test), test);
        },
        passed: () => told.passed(),
        over: () => asking.#bail && asking.#failure !== undefined,
      },
    });
    return asking;
  }

  /** The module `vitest`, for tests to import. */
  get vitest() {
    return this.#vitest.vitest;
  }

  /**
   * Runs a test file: all of it, or the tests whose ids are `wanted`, up to the first failure where
   * `bail` is set. What became of each test that was run, and of the file what failed first.
   */
  async run(path, { wanted, bail }) {
    this.#wanted = wanted;
    this.#bail = bail;
    this.#failure = undefined;
    this.#ids = new Map();
    this.#told.now(`file ${path}`);
    const { startTests } = this.#vitest.runner;
    const [file] = await startTests([join(this.#root, path)], new this.#Runner());
    this.#told.now(undefined);
    const tests = [...this.#ids].map(([test, id]) => ({
      id,
      ran: test.mode !== "skip" && test.result !== undefined,
      failed: test.result?.state === "fail",
      duration: test.result?.duration ?? 0,
    }));
    const broken = brokenSuite(file);
    if (broken !== undefined)
      this.#failure ??= { id: `${path}#${broken.name}`, message: broken.message };
    return { tests, failure: this.#failure };
  }

  #collected(files) {
    for (const file of files) {
      this.#ids = namesOf(file, relative(this.#root, file.filepath));
      if (this.#wanted !== undefined && !choose(file, this.#ids, this.#wanted)) file.mode = "skip";
    }
  }

  #fail(id, test) {
    this.#failure ??= { id, message: test.result.errors?.[0]?.message ?? "failed" };
  }
}

/** A suite that failed outside of its tests: a hook, or the file itself. */
function brokenSuite(suite) {
  if (suite.type !== "suite") return undefined;
  if (suite.result?.errors?.length > 0)
    return { name: suite.name, message: suite.result.errors[0].message };
  for (const task of suite.tasks) {
    const broken = brokenSuite(task);
    if (broken !== undefined) return broken;
  }
  return undefined;
}
