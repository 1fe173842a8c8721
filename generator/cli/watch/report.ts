import { severities } from "../../diagnostics/diagnostic.js";
import { type Finding, plural, printable } from "../../diagnostics/report/finding.js";
import { line } from "../../diagnostics/report/line.js";
import { type Paint, severityColours } from "../../diagnostics/report/pretty.js";
import { print } from "../shell/terminal.js";
import { eventJson } from "./event-json.js";
import {
  type FindingsChange,
  type HeldEvent,
  isFirst,
  type MadeEvent,
  type WatchEvent,
} from "./events.js";

/** Of findings that appeared or went, so many are listed. */
const mostListed = 10;

/** Who is told. */
export interface Audience {
  readonly quiet: boolean;
  readonly json: boolean;
  /** Whether several services are watched: then each line says of which it is. */
  readonly several: () => boolean;
  readonly paint: Paint;
  /** Whether a change is waited for, as it is unless given; else the process ends. */
  readonly waits?: () => boolean;
  /** Where it is told; standard output and standard error unless given. */
  readonly say?: (words: string) => void;
  readonly complain?: (words: string) => void;
}

/** Tells people or programs what happens: a line for each change, or a line of JSON. */
export function tellerFor({
  quiet,
  json,
  several,
  paint,
  waits = () => true,
  say = print,
  complain = (words) => process.stderr.write(`${words}\n`),
}: Audience): (event: WatchEvent) => void {
  if (json) return (event) => say(JSON.stringify(eventJson(event)));
  return (event) => {
    if (event.event === "failed" || event.event === "misconfigured") {
      complain(`restanza: ${faultWords(event, several(), waits())}`);
    } else if (!quiet || event.event === "held") {
      const lines = linesOf(event, several(), paint);
      if (lines.length > 0) say(lines.join("\n"));
    }
  };
}

function faultWords(
  event: Extract<WatchEvent, { event: "failed" | "misconfigured" }>,
  several: boolean,
  waits: boolean,
): string {
  if (event.event === "misconfigured")
    return `${event.message}\nThe services go on as they were; mend it, and it is read again.`;
  const name = several ? `${event.job.name}: ` : "";
  const stays = `What is in ${event.job.out} stays${waits ? "; waiting for a change" : ""}.`;
  return `${name}${event.message.replace(/\.?$/, ".")} ${stays}`;
}

function linesOf(
  event: Exclude<WatchEvent, { event: "failed" | "misconfigured" }>,
  several: boolean,
  paint: Paint,
): readonly string[] {
  if (event.event === "configured") return ["The configuration can be used again."];
  if (event.event === "ready") {
    const what =
      event.services.length === 1 ? event.services : [plural(event.services.length, "service")];
    return [`Watching ${what.join("")}, ${plural(event.files, "file")}. Ctrl-C ends it.`];
  }
  const lead = [...(several ? [event.job.name] : []), ...causeOf(event)];
  const intro = lead.length === 0 ? "" : `${paint("bold", printable(lead.join(": ")))}: `;
  const listed = isFirst(event) ? [] : findingLines(event.findings, paint);
  if (event.event === "held")
    return [`${intro}${event.reason}, so the output stays as it was`, ...listed];
  const parts = partsOf(event);
  if (parts.length === 0) return [];
  const target = isFirst(event) ? `${event.told.title} → ${event.job.out}: ` : "";
  return [
    `${intro}${target}${parts.join(", ")}`,
    ...listed,
    ...event.handlers.map((words) => `  ${words}`),
    ...event.files.kept.map((path) => `  left in place, since it was edited: ${path}`),
  ];
}

/** `3 files written in 120 ms`, `1 new finding`, `2 gone`; nothing where nothing came of a change. */
function partsOf(event: MadeEvent): readonly string[] {
  const { run, files, findings, handlers, told, milliseconds } = event;
  const { written, removed, restored } = files;
  const time = `in ${duration(milliseconds)}`;
  const changes = [
    ...(written.length > 0 ? [`${plural(written.length, "file")} written`] : []),
    ...(removed.length > 0 ? [`${plural(removed.length, "file")} removed`] : []),
    ...(restored.length > 0 ? [`${restored.length} of them had been edited`] : []),
  ];
  const found = isFirst(event)
    ? [`${told.findings} in the docs`]
    : [
        ...(findings.appeared.length > 0 ? [appearedWords(findings.appeared)] : []),
        ...(findings.gone.length > 0 ? [`${findings.gone.length} gone`] : []),
      ];
  if (run === "next" && changes.length + found.length + handlers.length === 0) return [];
  const [first = "nothing to write", ...more] = changes;
  return [
    ...(more.length > 0
      ? [first, ...more.slice(0, -1), `${more.at(-1)} ${time}`]
      : [`${first} ${time}`]),
    ...found,
  ];
}

/** `12 new findings (1 error)`: what has to be mended is not to be looked for among the rest. */
function appearedWords(appeared: readonly Finding[]): string {
  const errors = appeared.filter(({ diagnostic }) => diagnostic.severity === "error").length;
  const words = plural(appeared.length, "new finding");
  return errors === 0 ? words : `${words} (${plural(errors, "error")})`;
}

/** `servers.inc`, or `servers.inc and 199 more`. */
function causeOf(event: MadeEvent | HeldEvent): readonly string[] {
  const [first, ...more] = event.because;
  if (first === undefined) return isFirst(event) ? [] : [event.job.source.path];
  const name = first.slice(first.lastIndexOf("/") + 1);
  return [more.length === 0 ? name : `${name} and ${more.length} more`];
}

function findingLines({ appeared, gone }: FindingsChange, paint: Paint): readonly string[] {
  return [...listOf("+", appeared, paint), ...listOf("-", gone, paint)];
}

function listOf(sign: string, findings: readonly Finding[], paint: Paint): readonly string[] {
  const heaviestFirst = severities.flatMap((severity) =>
    findings.filter(({ diagnostic }) => diagnostic.severity === severity),
  );
  const shown = heaviestFirst.slice(0, mostListed).map((finding) => {
    const colour = sign === "+" ? severityColours[finding.diagnostic.severity] : "dim";
    return `  ${paint(colour, `${sign} ${line([finding]).trimEnd()}`)}`;
  });
  const left = findings.length - shown.length;
  return left > 0 ? [...shown, `  ${sign} and ${left} more`] : shown;
}

function duration(milliseconds: number): string {
  return milliseconds < 1000
    ? `${Math.round(milliseconds)} ms`
    : `${(milliseconds / 1000).toFixed(1)} s`;
}
