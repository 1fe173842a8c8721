import { test } from "vitest";
import { holdsAfterEdits } from "./law.js";

/** `RESTANZA_SEQUENCES=1000 npm run test:runs -- test/pipeline/incremental` tries as many. */
const count = Number(process.env["RESTANZA_SEQUENCES"] ?? 40);
const seed = Number(process.env["RESTANZA_SEED"] ?? 22);

test(
  "after any edits, what is known of earlier runs changes nothing of what comes out",
  async () => {
    await holdsAfterEdits(count, seed);
  },
  60_000 + count * 10_000,
);
