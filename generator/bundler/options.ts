import type { Severity } from "../diagnostics/diagnostic.js";

/** What the plugin is given; the words are those of the command line. */
export interface Options {
  /** The configuration file; `restanza.config.ts` of the working folder unless given. */
  readonly config?: string;
  /** Only these services of the configuration, as `--name`. */
  readonly services?: readonly string[];
  /**
   * A build fails where the docs have a finding of this severity or a heavier one. Unless given, no
   * finding fails it: real docs always have some.
   */
  readonly failOn?: Severity;
}
