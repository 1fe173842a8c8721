import { listedFolder } from "../../source/disk-tree.js";
import type { OutputFile } from "../../output/output-file.js";
import type { Built } from "../../pipeline/build.js";
import type { Engine } from "../../pipeline/engine.js";
import type { Tell } from "../../pipeline/stages.js";
import { lookedFor } from "../jobs/files-of.js";
import type { Job } from "../jobs/job.js";
import type { Watched } from "../watch/watched.js";

/** The folder of the site in an output folder. */
const prefix = "site/";

/** What was made of one API reference for people to read. */
export interface SiteOf {
  readonly built: Built;
  /** The files of its site; paths in the folder of the site. */
  readonly files: readonly OutputFile[];
  readonly watched: Watched;
}

/**
 * Makes the site of a job, and nothing else; with an engine, what its earlier runs know is taken
 * over. Throws in words for people.
 */
export async function siteOf(job: Job, tell: Tell, engine?: Engine): Promise<SiteOf> {
  const { build } = await import("../../pipeline/build.js");
  const { emitters: _own, ...others } = job.settings;
  const settings = { ...others, emit: ["site"] } as const;
  const built =
    engine === undefined
      ? await build(job.source, settings, tell)
      : await engine.build(job.source, settings, { tell });
  const pages = built.files
    .filter(({ path }) => path.startsWith(prefix))
    .map((file) => ({ ...file, path: file.path.slice(prefix.length) }));
  const files = [...pages, ...(built.published?.site.files ?? [])];
  const { ids } = built.inputs;
  const looked = new Set(lookedFor(job, { root: built.root, ids }));
  return { built, files, watched: { files: looked, listed: listedFolder(job.source.path) } };
}
