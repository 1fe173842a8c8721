import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // Loading the generator and its compilers for each of a hundred files took most of the time.
    // Test files may share modules: what these remember is pure.
    isolate: false,
    // In CI generate says less: what it says is a test's own to choose.
    env: { CI: "" },
  },
});
