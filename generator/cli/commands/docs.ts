import { type ArgsDef, defineCommand } from "citty";
import { severities } from "../../diagnostics/diagnostic.js";
import { version } from "../../version.js";
import { outputArguments, quiet, readArguments, sourceArguments } from "../arguments.js";
import { exit, UsageError } from "../shell/failure.js";
import type { Job } from "../jobs/job.js";
import { jobs } from "../jobs/jobs.js";
import { print, progress } from "../shell/terminal.js";

const args = {
  tree: outputArguments.tree,
  out: {
    type: "string",
    alias: "o",
    valueHint: "DIR",
    description: "The folder that the site is written to; with --serve after every save",
  },
  serve: {
    type: "boolean",
    description: "Show the site while writing: what is saved shows in the browser",
  },
  port: {
    type: "string",
    valueHint: "N",
    description: "The port of --serve on this machine; 8000 unless given, 0 for any that is free",
  },
  findings: {
    type: "boolean",
    description: "Show what lint finds beside what it is about, for those who write the docs",
  },
  strict: {
    type: "boolean",
    alias: "W",
    description: "Exit 1 on what sphinx-build -W with os-api-ref fails on; the site is written",
  },
  "fail-on": {
    type: "enum",
    options: [...severities],
    valueHint: severities.join("|"),
    description: "Exit 1 on findings that weigh this much or more; the site is written",
  },
  force: {
    type: "boolean",
    alias: "f",
    description: "Overwrite files of these names that restanza did not write",
  },
  quiet,
  ...sourceArguments,
} as const satisfies ArgsDef;

/** Writes the reference as pages for people. */
export default defineCommand({
  meta: {
    name: "docs",
    description: "Write the API reference as a site: pages, search, microversions",
  },
  args,
  async run({ rawArgs }) {
    const given = readArguments(rawArgs, args);
    const out = given.text("out");
    const serves = given.flag("serve");
    if (out === undefined && !serves)
      throw new UsageError("docs needs a folder: docs TREE --out DIR, or --serve to look at it.");
    if (given.text("port") !== undefined && !serves)
      throw new UsageError("--port goes with --serve.");
    // Where the site goes is said here alone: the output of generate is another folder.
    const load = async (fresh: boolean) => {
      const elsewhere = (name: string) => (name === "out" ? undefined : given.text(name));
      const all = await jobs(given.positionals, { ...given, text: elsewhere }, { fresh });
      return given.flag("findings") ? all.map(withFindings) : all;
    };
    const found = await load(false);
    const fails = given.flag("strict") || given.text("fail-on") !== undefined;
    if (fails && serves)
      throw new UsageError("--serve goes on: neither -W nor --fail-on goes with it.");
    const writer = { version: version(), force: given.flag("force") };
    if (serves) {
      const [{ serve }, { Sites }] = await Promise.all([
        import("../docs/serve.js"),
        import("../docs/sites.js"),
      ]);
      const stop = new AbortController();
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
      return serve(new Sites(found, () => load(true)), {
        port: portOf(given.text("port")),
        signal: stop.signal,
        say: given.flag("quiet") ? addressOnly : print,
        complain: (words) => process.stderr.write(`restanza: ${words}\n`),
        ...(out !== undefined && {
          write: async ({ files }) => {
            const { writeFiles } = await import("../../output/write.js");
            await writeFiles(out, files, writer);
          },
        }),
      });
    }
    const began = performance.now();
    const waiting = progress();
    const { siteFiles } = await import("../docs/site-files.js");
    const { files, titles, built } = await siteFiles(found, (job, stage) =>
      waiting.say(`${job.name}: ${stage}`),
    ).finally(waiting.done);
    const { writeFiles } = await import("../../output/write.js");
    const folder = out ?? ".";
    const { written } = await writeFiles(folder, files, writer);
    if (!given.flag("quiet")) {
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      print(`${titles.join(", ")} → ${folder}`);
      print(`  ${files.length} files, ${written.length} of them written, ${seconds} s`);
    }
    const least = severities.find((name) => name === given.text("fail-on"));
    const { failing, failureText } = await import("../docs/strict.js");
    const failures = failing(built, { sphinx: given.flag("strict"), least });
    if (failures.length === 0) return exit.ok;
    process.stderr.write(await failureText(failures));
    return exit.findings;
  },
});

function withFindings(job: Job): Job {
  const { settings } = job;
  return { ...job, settings: { ...settings, site: { ...settings.site, findings: true } } };
}

/** Whoever wants no word still has to know where the site is. */
function addressOnly(words: string): void {
  if (words.startsWith("http:")) print(words);
}

function portOf(said: string | undefined): number {
  if (said === undefined) return 8000;
  if (/^\d{1,5}$/.test(said) && Number(said) < 65_536) return Number(said);
  throw new UsageError(`--port takes a number from 0 to 65535, not "${said}".`);
}
