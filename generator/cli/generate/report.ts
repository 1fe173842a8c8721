import { plural } from "../../diagnostics/report/finding.js";
import type { OutputJob } from "../jobs/job.js";
import type { MadePackage } from "../jobs/package.js";
import { summary } from "../findings/summary.js";
import { paintFor, print } from "../shell/terminal.js";
import type { Made } from "./make.js";
import type { Failed } from "./messages.js";

/** Tells people or programs what came of each job, in their order. */
export interface Report {
  readonly made: (job: OutputJob, made: Made) => void;
  readonly failed: (job: OutputJob, failed: Failed) => void;
  /** Says that a job that was made has findings that weigh too much. */
  readonly weighed: (job: OutputJob, problem: string) => void;
  /** Tells of the package that the services are parts of. */
  readonly packed: (made: MadePackage) => void;
  readonly end: () => void;
}

/** What decides how it is told. */
export interface Audience {
  readonly quiet: boolean;
  readonly json: boolean;
  /** Whether several services are made: then a failure says of which it is. */
  readonly several: boolean;
  /** The command that shows the findings at their places. */
  readonly lint: string;
}

/** A page for each service, a line in CI, one JSON at the end for programs, or nothing. */
export function reportFor({ quiet, json, several, lint }: Audience): Report {
  if (json) return jsonReport();
  const paint = paintFor(process.stdout);
  const isShort = Boolean(process.env["CI"]);
  return {
    made(job, made) {
      if (quiet) return;
      if (isShort) return print(lineOf(job, made));
      print(summary(made.told, job.out, made.files, made.milliseconds, lint, paint));
      for (const words of made.handlers) print(`  ${words}`);
      if (made.add !== undefined) print(`  server/ needs beside it: ${made.add}`);
    },
    failed(job, { message }) {
      process.stderr.write(`restanza: ${several ? `${job.name}: ` : ""}${message}\n`);
    },
    weighed: (job, problem) =>
      process.stderr.write(
        `restanza: ${several ? `${job.name}: ` : ""}${problem}; all was written. To see them: ${lint}\n`,
      ),
    packed({ name, out, files }) {
      if (quiet) return;
      const { written, unchanged } = files;
      const all = plural(written.length + unchanged.length, "file");
      print(`${name} → ${out}: ${all} beside the services (${written.length} written)\n`);
    },
    end: () => undefined,
  };
}

/** The form is a contract: docs/build.md. */
function jsonReport(): Report {
  const services: object[] = [];
  let made: MadePackage | undefined;
  return {
    made({ name, out }, { told, files, handlers, missing, milliseconds }) {
      const { title, operations, schemas, guesses, codes } = told;
      const counts = { title, operations, schemas, guesses, findings: codes };
      const rest = { handlers, missing, milliseconds: Math.round(milliseconds) };
      services.push({ name, out, ...counts, files, ...rest });
    },
    failed({ name, out }, { message, code }) {
      services.push({ name, out, error: message, exitCode: code });
    },
    weighed: () => undefined,
    packed(packed) {
      made = packed;
    },
    end() {
      const said = { version: 1, services, ...(made && { package: made }) };
      print(`${JSON.stringify(said, undefined, 2)}\n`);
    },
  };
}

/** All of a service in one line: the log of a CI is long enough. */
function lineOf({ out }: OutputJob, { told, files, handlers, milliseconds }: Made): string {
  const { title, operations, schemas, findings } = told;
  const all = files.written.length + files.unchanged.length;
  return [
    `${title} → ${out}: ${plural(operations, "operation")}`,
    plural(schemas, "schema"),
    `${plural(all, "file")} (${files.written.length} written, ${files.removed.length} removed)`,
    `${findings} in the docs`,
    ...handlers,
    `${(milliseconds / 1000).toFixed(1)} s`,
  ].join(", ");
}
