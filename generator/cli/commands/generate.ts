import { dirname, join, relative } from "node:path";
import { type ArgsDef, defineCommand } from "citty";
import type { Built } from "../../pipeline/build.js";
import { version } from "../../version.js";
import { outputArguments, readArguments } from "../arguments.js";
import { exit } from "../failure.js";
import { type Job, missingHandlers, outputJobs } from "../jobs.js";
import { Memories } from "../memory.js";
import { findingsOf } from "../place.js";
import { excerpt, summary, told } from "../summary.js";
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
    const paint = paintFor(process.stdout);
    const tree = given.positionals[0];
    const lint = `restanza lint${tree === undefined ? "" : ` ${tree}`}`;
    const force = given.flag("force");
    const memories = new Memories();
    for (const job of await outputJobs(given)) {
      const began = performance.now();
      const before = force ? undefined : memories.recall(job);
      if (before !== undefined) {
        print(excerpt(before.told, lint, paint));
        print(summary(before.told, job.out, before.files, performance.now() - began, paint));
        continue;
      }
      const [{ build }, { writeFiles }] = await Promise.all([
        import("../../pipeline/build.js"),
        import("../../output/write.js"),
      ]);
      const done = progress(`Reading ${job.source.path}`);
      try {
        const built = await build(job.source, job.settings);
        const files = await writeFiles(job.out, built.files, { version: version(), force });
        const scaffolded = await scaffold(job, built);
        done();
        const said = told(built, findingsOf(built));
        memories.remember(job, built.inputs, files, said);
        print(excerpt(said, lint, paint));
        print(summary(said, job.out, files, performance.now() - began, paint));
        if (scaffolded !== undefined) print(`  yours to write, from here on: ${scaffolded}\n`);
      } finally {
        done();
      }
    }
    return exit.ok;
  },
});

/** Writes the user's handlers file where there is none; its path if it did. */
async function scaffold(job: Job & { out: string }, built: Built): Promise<string | undefined> {
  const path = missingHandlers(job);
  if (path === undefined) return undefined;
  const [{ handlersText }, { writeOnce }] = await Promise.all([
    import("../../pipeline/build.js"),
    import("../../output/write.js"),
  ]);
  const server = relative(dirname(path), join(job.out, "server")).replaceAll("\\", "/");
  const text = await handlersText(built, server.startsWith(".") ? server : `./${server}`);
  return writeOnce(path, text) ? path : undefined;
}
