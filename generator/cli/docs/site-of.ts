import { dirname, join } from "node:path";
import type { PlannedFile } from "../../emit/emitter.js";
import type { Built } from "../../pipeline/build.js";
import type { Engine } from "../../pipeline/engine.js";
import type { Tell } from "../../pipeline/stages.js";
import type { Job } from "../jobs/job.js";

/** The folder of the site in an output folder. */
const prefix = "site/";

/** What was made of one API reference for people to read. */
export interface SiteOf {
  readonly built: Built;
  /** The files of its site; paths in the folder of the site. */
  readonly files: readonly PlannedFile[];
  /** The folders with what it was made from. */
  readonly folders: readonly string[];
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
  const files = built.files
    .filter(({ path }) => path.startsWith(prefix))
    .map((file) => ({ ...file, path: file.path.slice(prefix.length) }));
  const folders = built.inputs.ids.map((id) => dirname(join(built.root, id)));
  return { built, files, folders: [...new Set(folders)] };
}
