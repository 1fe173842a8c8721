import { usualOutputs } from "../../config/config.js";
import type { PackageEntry, PackageFacts } from "../../emit/package/manifest.js";
import type { Source } from "../../pipeline/inputs.js";
import type { Settings } from "../../pipeline/settings.js";

/** One API reference to work on, from the command line or the configuration. */
export interface Job {
  readonly name: string;
  readonly source: Source;
  /** The output folder, as it is to be shown: relative to the working folder. */
  readonly out: string | undefined;
  /** The file of the user's handlers, where one is wanted, and the chapters that it is for: all unless said. */
  readonly handlers: { readonly file: string; readonly chapters?: readonly string[] } | undefined;
  readonly baseline: string | undefined;
  /** The configuration, what it imports, and its names that were looked for before, as they are to be shown. */
  readonly configFiles: readonly string[];
  readonly settings: Settings;
  /** The package that the output is a part of, where the configuration makes one of its services. */
  readonly package?: PackageOfServices;
  /** Whether the command line chose a part of the docs: the run knows nothing of other operations. */
  readonly ofPart: boolean;
  /** The settings that only the command line has, as its words. */
  readonly flags: readonly string[];
}

/** A package of the clients of all services of a configuration, chosen or not. */
export interface PackageOfServices {
  /** Its folder, as it is to be shown. */
  readonly out: string;
  readonly facts: PackageFacts;
  /** Its services. */
  readonly entries: readonly PackageEntry[];
}

/** A job with an output folder. */
export type OutputJob = Job & { readonly out: string };

/** The handlers file of a job that makes a server; a client alone needs none. */
export function wantedHandlers({ handlers, settings }: Job): Job["handlers"] {
  return (settings.emit ?? usualOutputs).includes("server") ? handlers : undefined;
}
