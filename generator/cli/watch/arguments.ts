import type { ArgsDef } from "citty";
import { generateArguments } from "../generate/arguments.js";

const { depfile: _depfile, jobs: _jobs, watch: _watch, ...others } = generateArguments;

/** The settings of `watch`: those of `generate` that are not about a single run. */
export const watchArguments = {
  ...others,
  json: {
    type: "boolean",
    description: "Say what happens as JSON, a line for each event, for programs",
  },
} as const satisfies ArgsDef;
