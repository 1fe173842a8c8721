import type { PlannedFile } from "../../emit/emitter.js";
import { Names } from "../../openapi/words.js";
import type { Tell } from "../../pipeline/stages.js";
import type { Engine } from "../../pipeline/engine.js";
import type { Job } from "../jobs/job.js";
import type { Built } from "../../pipeline/build.js";
import { type SiteOf, siteOf } from "./site-of.js";

/** One site of all jobs. */
export interface SiteFiles {
  /** By path in the folder of the site. */
  readonly files: ReadonlyMap<string, string>;
  readonly titles: readonly string[];
  /** Images and other files that need not be text, by path in the folder of the site. */
  readonly assets: ReadonlyMap<string, string | Uint8Array>;
  /** What was made of each API reference. */
  readonly built: readonly Built[];
  /** Folders with what it was made from. */
  readonly roots: readonly string[];
}

/** The site of one job; of several each in a folder of its own, with a page that leads to them. */
export async function siteFiles(
  jobs: readonly Job[],
  tell: (job: Job, ...stage: Parameters<Tell>) => void = () => undefined,
  engines: ReadonlyMap<Job, Engine> = new Map(),
): Promise<SiteFiles> {
  const made = [];
  for (const job of jobs)
    made.push(await siteOf(job, (stage) => tell(job, stage), engines.get(job)));
  const titles = made.map(({ built }) => built.model.title);
  const roots = [...new Set(made.flatMap(({ folders }) => folders))];
  const built = made.map((one) => one.built);
  const [only] = made;
  const plain = (files: readonly PlannedFile[], folder = "") =>
    files.map(({ path, text }) => [folder + path, text] as const);
  if (made.length === 1 && only !== undefined)
    return { files: new Map(plain(only.files)), assets: assetsOf(only), titles, roots, built };
  const names = new Names(["assets"]);
  const services = made.map(({ built, files }) => ({
    name: names.take(built.model.service, "-"),
    title: built.model.title,
    files,
  }));
  const { landingFiles } = await import("../../emit/site/landing.js");
  return {
    files: new Map([
      ...plain(landingFiles(services)),
      ...services.flatMap(({ name, files }) => plain(files, `${name}/`)),
    ]),
    assets: new Map(made.flatMap((one, at) => [...assetsOf(one, `${services[at]?.name ?? ""}/`)])),
    titles,
    roots,
    built,
  };
}

function assetsOf({ built }: SiteOf, folder = ""): ReadonlyMap<string, string | Uint8Array> {
  return new Map(built.published?.site.files.map(({ path, text }) => [folder + path, text]));
}
