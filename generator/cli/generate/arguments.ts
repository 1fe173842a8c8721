import type { ArgsDef } from "citty";
import { severities } from "../../diagnostics/diagnostic.js";
import { outputArguments } from "../arguments.js";

/** The settings of `generate`. */
export const generateArguments = {
  ...outputArguments,
  force: {
    type: "boolean",
    description: "Overwrite files of a planned name that restanza did not write",
  },
  "no-cache": {
    type: "boolean",
    description: "Neither use nor leave anything in node_modules/.cache/restanza",
  },
  "fail-on": {
    type: "enum",
    options: [...severities],
    valueHint: "error|warning|info",
    description:
      "Exit 1 if a finding that no baseline knows weighs this much or more; all is written",
  },
  json: {
    type: "boolean",
    description: "Say what was made as JSON, for programs",
  },
  jobs: {
    type: "string",
    alias: "j",
    valueHint: "N",
    description: "Make at most N services at a time; as many as there are cores unless given",
  },
  watch: {
    type: "boolean",
    alias: "w",
    description: "Go on, and generate again whenever something changes: restanza watch",
  },
  depfile: {
    type: "string",
    valueHint: "FILE",
    description:
      "Write there which files openapi.json was made from, for Ninja; make needs a stamp file beside it (docs/build.md)",
  },
} as const satisfies ArgsDef;
