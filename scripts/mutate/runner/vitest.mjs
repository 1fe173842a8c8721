// Vitest without its workers: test files of a world, collected and run in this process.
import { NodeSnapshotEnvironment } from "@vitest/snapshot/environment";

/** Long enough for what is slow on a busy machine, and not as long as tests have it. */
const patience = 20_000;

const config = (root) => ({
  root,
  name: undefined,
  setupFiles: [],
  passWithNoTests: true,
  testNamePattern: undefined,
  allowOnly: false,
  sequence: { seed: 1, hooks: "stack", setupFiles: "list" },
  chaiConfig: undefined,
  maxConcurrency: 1,
  testTimeout: patience,
  hookTimeout: patience,
  retry: 0,
  includeTaskLocation: false,
  diffOptions: undefined,
  tags: [],
  tagsFilter: undefined,
  strictTags: false,
  expect: {},
  snapshotOptions: {
    updateSnapshot: "none",
    snapshotEnvironment: new NodeSnapshotEnvironment(),
    expand: false,
  },
  experimental: { viteModuleRunner: false, importDurations: { limit: 0 } },
});

/** What Vitest wants to find where it is loaded, in place of a worker of its own. */
export async function loadVitest(root, onReset) {
  const settings = config(root);
  globalThis.__vitest_worker__ = {
    config: settings,
    ctx: { pool: "threads" },
    environment: { name: "node" },
    providedContext: {},
    durations: {},
    onCleanup() {},
    evaluatedModules: {
      idToModuleMap: { forEach: onReset },
      getModuleById: () => undefined,
    },
  };
  const vitest = await import("vitest");
  const runner = await import("@vitest/runner");
  return { vitest, runner, settings };
}

/** Vitest's own runner, but for where modules come from and what is made of failures. */
export function runnerOf({ vitest, runner, settings }, { load, on }) {
  return class extends vitest.TestRunner {
    constructor() {
      super(settings);
    }
    trace = (_name, attributes, inner) => (inner ?? attributes)();
    importFile(path) {
      return load(path);
    }
    onCollected(files) {
      on.collected?.(files);
    }
    async onBeforeRunSuite(suite) {
      await super.onBeforeRunSuite(suite);
      on.suite(suite);
    }
    async onBeforeRunTask(test) {
      if (on.over()) test.mode = "skip";
      await super.onBeforeRunTask(test);
      if (test.mode !== "skip") on.test(test);
    }
    onAfterRunTask(test) {
      super.onAfterRunTask(test);
      on.suite(test.suite ?? test.file);
      on.tested(test);
    }
    /** Snapshots are never written, and nobody asks which are not needed any more. */
    onAfterRunSuite(suite) {
      on.suite(suite.suite ?? suite.file);
    }
    /** That it failed is all that is asked: differences of whole documents take long to write. */
    async runTask(test) {
      try {
        await runner.getFn(test)();
      } catch (error) {
        if (on.passed()) return;
        if (error?.code === "VITEST_PENDING") throw error;
        throw withoutDifference(error);
      }
    }
  };
}

const withoutDifference = (error) => new Error(String(error?.message ?? error).slice(0, 300));
