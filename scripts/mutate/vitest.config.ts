import { defineConfig } from "vitest/config";
import base from "../../vitest.config.js";

/** The tests that `npm run mutate --runner vitest` asks, and the settings that all tests have. */
export default defineConfig({
  ...base,
  test: {
    ...base.test,
    include: JSON.parse(process.env["RESTANZA_MUTATE_TESTS"] ?? "[]"),
  },
});
