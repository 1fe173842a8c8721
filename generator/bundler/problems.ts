import { resolve } from "node:path";
import type { WatchEvent } from "../cli/watch/events.js";
import type { Severity } from "../diagnostics/diagnostic.js";
import { type Finding, printable } from "../diagnostics/report/finding.js";

/** What is wrong: of the docs, or of the run as a whole. */
export interface Problem {
  /** `fatal` where there is no output for it. */
  readonly severity: Severity | "fatal";
  readonly message: string;
  /** Where, with the line's text; absent where it is about the run. Lines and columns count from 1. */
  readonly at?: {
    readonly file: string;
    readonly line: number;
    readonly column: number;
    readonly text: string;
  };
}

/** Keeps what is wrong by now, as events come. */
export class Problems {
  readonly #services = new Map<string, readonly Problem[]>();
  #configuration: string | undefined;

  take(event: WatchEvent): void {
    switch (event.event) {
      case "misconfigured":
        this.#configuration = event.message;
        return;
      case "configured":
        this.#configuration = undefined;
        return;
      case "failed":
        this.#services.set(event.job.out, [{ severity: "fatal", message: event.message }]);
        return;
      case "made":
      case "held":
        this.#services.set(event.job.out, event.all.map(problemOf));
    }
  }

  /** The heaviest first: what there is no output for, then errors. */
  get all(): readonly Problem[] {
    const configuration: Problem[] =
      this.#configuration === undefined
        ? []
        : [{ severity: "fatal", message: this.#configuration }];
    const found = [...configuration, ...[...this.#services.values()].flat()];
    const order = ["fatal", "error", "warning", "info"];
    return found.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  }
}

function problemOf({ diagnostic, at }: Finding): Problem {
  const { severity, code, message, advice } = diagnostic;
  return {
    severity,
    message: printable(`${message} [${code}] → ${advice}`),
    ...(at && {
      at: {
        file: resolve(at.file),
        line: at.start.line,
        column: at.start.column,
        text: printable(at.line),
      },
    }),
  };
}

/** `docs/a.inc:3:1: message`: a line, as terminals have it. */
export function problemLine({ message, at }: Problem): string {
  return at === undefined ? message : `${at.file}:${at.line}:${at.column}: ${message}`;
}
