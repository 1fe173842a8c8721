import { defineConfig } from "vitest/config";
import { nativeSources } from "./test/native-sources.js";

/** Tests that start programs dozens of times, or go over very much: a suite of their own (npm run test:runs). */
const runs = "test/**/*.runs.test.ts";

/** Tests of which npm test tries a quarter of the cases, and that suite all (test/cases-of.ts). */
const properties = [
  "apiref/any-document",
  "apiref/mends",
  "apiref/plain-yaml",
  "diagnostics/diff",
  "diff/laws",
  "emit/client/text",
  "emit/openapi-typescript/emit",
  "emit/server/emit",
  "emit/types/hostile",
  "openapi/overlay",
  "openapi/yaml",
  "rst/properties",
  "rst/strict-inline",
  "scaffold/merge",
  "server-runtime/fuzz",
].map((name) => `test/${name}.test.ts`);

export default defineConfig({
  plugins: [nativeSources()],
  test: {
    ...(process.env["RESTANZA_RUNS"]
      ? { include: [runs, ...properties] }
      : { include: ["test/**/*.test.ts"], exclude: [runs] }),
    setupFiles: ["test/seed.ts"],
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
