import { defineConfig } from "vitest/config";
import base from "../../vitest.config.js";

const list = (name: string): string[] => JSON.parse(process.env[name] ?? "[]");

/** The tests that `npm run mutate` asks, and the settings that all tests have. */
export default defineConfig({
  ...base,
  test: {
    ...base.test,
    include: list("RESTANZA_MUTATE_INCLUDE"),
    exclude: list("RESTANZA_MUTATE_EXCLUDE"),
  },
});
