import { type ArgsDef, defineCommand } from "citty";
import { plural } from "../../diagnostics/report/finding.js";
import { outputArguments, readArguments } from "../arguments.js";
import { exit } from "../shell/failure.js";
import { buildJob } from "../jobs/build-job.js";
import { filesOf, type ServiceFiles } from "../jobs/files-of.js";
import { configFolder, outputJobs } from "../jobs/jobs.js";
import { packageFilesOf } from "../jobs/package.js";
import { print } from "../shell/terminal.js";

const { quiet: _quiet, ...others } = outputArguments;
const args = {
  ...others,
  json: {
    type: "boolean",
    description: "As JSON, for programs: paths are relative to the configuration",
  },
} as const satisfies ArgsDef;

/** Says which files a run reads, looks for and writes: what a build engine has to know of it. */
export default defineCommand({
  meta: { name: "inputs", description: "Say which files generate reads, looks for and writes" },
  args,
  async run({ rawArgs }) {
    const given = readArguments(rawArgs, args);
    const folder = configFolder(given);
    const services: ServiceFiles[] = [];
    const jobs = await outputJobs(given);
    for (const job of jobs) {
      const { root, inputs, files } = await buildJob(job, jobs);
      const written = files.map(({ path }) => path);
      services.push(filesOf(job, { root, ids: inputs.ids }, written, folder));
    }
    const packed = packageFilesOf(jobs, folder);
    if (packed !== undefined) services.push(packed);
    if (given.flag("json")) print(`${JSON.stringify({ version: 1, services }, undefined, 2)}\n`);
    else for (const service of services) print(listOf(service));
    return exit.ok;
  },
});

function listOf({ name, inputs, absent, outputs }: ServiceFiles): string {
  const part = (words: string, paths: readonly string[]) => [
    `  ${words}`,
    ...paths.map((path) => `    ${path}`),
  ];
  return [
    name,
    ...part(`reads ${plural(inputs.length, "file")}`, inputs),
    ...part(`looks for ${plural(absent.length, "file")}, not there`, absent),
    ...part(`writes ${plural(outputs.length, "file")}`, outputs),
    "",
  ].join("\n");
}
