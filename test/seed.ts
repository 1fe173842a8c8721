import * as fc from "fast-check";

// Always the same cases: whether a change goes in does not depend on luck. RESTANZA_SEED tries others.
fc.configureGlobal({ seed: Number(process.env["RESTANZA_SEED"] ?? 22) });
