import { type ArgsDef, defineCommand } from "citty";
import { version } from "../../version.js";
import { outputArguments, readArguments } from "../arguments.js";
import { exit } from "../failure.js";
import { outputJobs } from "../jobs.js";
import { findingsOf } from "../place.js";
import { excerpt, summary } from "../summary.js";
import { paintFor, print, progress } from "../terminal.js";

const args = {
  ...outputArguments,
  force: {
    type: "boolean",
    description: "Overwrite files of a planned name that restanza did not write",
  },
} as const satisfies ArgsDef;

/** Writes everything that is made of an API reference. Real docs have findings: they do not fail it. */
export default defineCommand({
  meta: {
    name: "generate",
    description: "Write the OpenAPI document, types, client and server of an API reference",
  },
  args,
  async run({ rawArgs }) {
    const given = readArguments(rawArgs, args);
    const [{ build, handlersFile }, { writeFiles, writeOnce }] = await Promise.all([
      import("../../pipeline/build.js"),
      import("../../output/write.js"),
    ]);
    const paint = paintFor(process.stdout);
    for (const job of await outputJobs(given)) {
      const began = performance.now();
      const done = progress(`Reading ${job.source.path}`);
      try {
        const built = await build(job.source, job.settings);
        const force = given.flag("force");
        const files = await writeFiles(job.out, built.files, { version: version(), force });
        const handlers = job.handlers === undefined ? undefined : await handlersFile(built);
        const scaffolded =
          handlers !== undefined &&
          job.handlers !== undefined &&
          writeOnce(job.handlers, handlers.text);
        done();
        const findings = findingsOf(built);
        const tree = given.positionals[0];
        const lint = `restanza lint${tree === undefined ? "" : ` ${tree}`}`;
        print(excerpt(findings, lint, paint));
        print(summary(built, findings, job.out, files, performance.now() - began, paint));
        if (scaffolded) print(`  yours to fill: ${job.handlers}\n`);
      } finally {
        done();
      }
    }
    return exit.ok;
  },
});
