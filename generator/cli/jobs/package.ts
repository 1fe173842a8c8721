import { packageFiles } from "../../emit/package/package-files.js";
import type { Stale } from "../../output/check.js";
import type { Written } from "../../output/write.js";
import { version } from "../../version.js";
import { filesOf, type ServiceFiles } from "./files-of.js";
import type { OutputJob, PackageOfServices } from "./job.js";

/** What became of a package: the files that lie beside its services. */
export interface MadePackage {
  readonly name: string;
  readonly out: string;
  readonly files: Written;
}

/** The package that jobs of one configuration are parts of. */
export function packageOf(jobs: readonly OutputJob[]): PackageOfServices | undefined {
  return jobs.find((job) => job.package !== undefined)?.package;
}

/** Writes what the package of these jobs has beside its services, if there is one. */
export async function writePackage(
  jobs: readonly OutputJob[],
  { force }: { readonly force: boolean },
): Promise<MadePackage | undefined> {
  const made = packageOf(jobs);
  if (made === undefined) return undefined;
  const { writeFiles } = await import("../../output/write.js");
  const { out, facts, entries } = made;
  const files = await writeFiles(out, packageFiles(facts, entries), { version: version(), force });
  return { name: facts.name, out, files };
}

/** What it is made of and writes, as build engines are told; paths as seen from `folder`. */
export function packageFilesOf(
  jobs: readonly OutputJob[],
  folder: string,
): ServiceFiles | undefined {
  const made = packageOf(jobs);
  const [job] = jobs;
  if (made === undefined || job === undefined) return undefined;
  const { facts, entries, out } = made;
  const written = packageFiles(facts, entries).map(({ path }) => path);
  const own = { ...job, name: facts.name, out, source: { path: "" }, handlers: undefined };
  return filesOf(own, { root: "", ids: [] }, written, folder);
}

/** What of it is stale. */
export async function stalePackage(jobs: readonly OutputJob[]): Promise<readonly Stale[]> {
  const made = packageOf(jobs);
  if (made === undefined) return [];
  const { staleFiles } = await import("../../output/check.js");
  return staleFiles(made.out, packageFiles(made.facts, made.entries));
}
