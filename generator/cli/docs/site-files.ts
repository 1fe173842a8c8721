import { Names } from "../../openapi/words.js";
import type { OutputFile } from "../../output/output-file.js";
import type { Tell } from "../../pipeline/stages.js";
import type { Engine } from "../../pipeline/engine.js";
import type { Job } from "../jobs/job.js";
import type { Built } from "../../pipeline/build.js";
import type { Watched } from "../watch/watched.js";
import { type SiteOf, siteOf } from "./site-of.js";

/** One site of all jobs. */
export interface SiteFiles {
  /** Pages, what programs read, images and other bytes; paths in the folder of the site. */
  readonly files: readonly OutputFile[];
  readonly titles: readonly string[];
  /** What was made of each API reference. */
  readonly built: readonly Built[];
  /** What it was made from. */
  readonly watched: readonly Watched[];
}

/** The site of one job; of several each in a folder of its own, with a page that leads to them. */
export async function siteFiles(
  jobs: readonly Job[],
  tell: (job: Job, ...stage: Parameters<Tell>) => void = () => undefined,
  engines: ReadonlyMap<Job, Engine> = new Map(),
): Promise<SiteFiles> {
  const made: SiteOf[] = [];
  for (const job of jobs)
    made.push(await siteOf(job, (stage) => tell(job, stage), engines.get(job)));
  const about = {
    titles: made.map(({ built }) => built.model.title),
    built: made.map(({ built }) => built),
    watched: made.map(({ watched }) => watched),
  };
  const [only] = made;
  if (made.length === 1 && only !== undefined) return { files: only.files, ...about };
  const names = new Names(["assets"]);
  const services = made.map(({ built, files }) => ({
    name: names.take(built.model.service, "-"),
    title: built.model.title,
    files,
  }));
  const { landingFiles } = await import("../../emit/site/landing.js");
  const inFolders = services.flatMap(({ name, files }) =>
    files.map((file) => ({ ...file, path: `${name}/${file.path}` })),
  );
  return {
    files: [...landingFiles(services, jobs[0]?.settings.site?.partials), ...inFolders],
    ...about,
  };
}
