import { printable } from "../../diagnostics/report/finding.js";
import type { Paint } from "../../diagnostics/report/pretty.js";
import { groupBy } from "../../collections/groups.js";
import { type Change, type Verdict, verdicts } from "../change.js";
import {
  headings,
  operationWords,
  rangeWords,
  type Reported,
  summaryOf,
  type Told,
  toldTogether,
} from "./reported.js";

const width = 80;
const colours: Readonly<Record<Verdict, Parameters<Paint>[0]>> = {
  breaking: "red",
  unknown: "yellow",
  addition: "cyan",
  correction: "dim",
};

/** For people at a terminal of 80 columns: by verdict, then by operation. */
export function text(services: readonly Reported[], paint: Paint): string {
  return services.map((service) => ofService(service, paint)).join("\n\n");
}

function ofService(service: Reported, paint: Paint): string {
  const { changes, sides } = service.comparison;
  const parts = verdicts.flatMap((verdict) => {
    const own = changes.filter((change) => change.verdict === verdict);
    if (own.length === 0) return [];
    const title = paint(colours[verdict], `${headings[verdict]} (${own.length})`);
    const body = verdict === "correction" ? collected(own, paint) : byOperation(own, paint);
    return [`${title}\n\n${body}`];
  });
  const lost = (["old", "new"] as const).flatMap((side) =>
    sides[side].lost.map(({ file, line, message }) => {
      const at = line === undefined ? file : `${file}:${line}`;
      return wrapped(`${side.toUpperCase()} ${at}: ${message}`, 2);
    }),
  );
  const unread = lost.length === 0 ? [] : [`${paint("red", "Not read")}\n\n${lost.join("\n")}`];
  const head = paint("bold", wrapped(`${service.name}: ${summaryOf(service)}`, 0));
  const said = (service.notes ?? []).map((note) => wrapped(note, 0));
  return [head, ...said, ...unread, ...parts].join("\n\n");
}

function byOperation(changes: readonly Change[], paint: Paint): string {
  return [...groupBy(changes, operationWords)]
    .map(([operation, own]) => {
      const head = paint("bold", wrapped(operation, 2));
      return [head, ...own.map((change) => oneOf(change, paint))].join("\n");
    })
    .join("\n\n");
}

function oneOf(change: Change, paint: Paint): string {
  const where = [change.pointer, rangeWords(change)].filter((words) => words !== "");
  return [
    wrapped(change.message, 4),
    paint("dim", wrapped([change.id, ...where].join("  "), 6)),
  ].join("\n");
}

function collected(changes: readonly Change[], paint: Paint): string {
  return toldTogether(changes)
    .map((told) => `${wrapped(told.change.message, 2)}\n${paint("dim", places(told))}`)
    .join("\n");
}

function places({ change, operations }: Told): string {
  const [first = "", ...more] = operations;
  const others = more.length === 0 ? "" : ` and ${more.length} more`;
  const range = rangeWords(change);
  return wrapped([change.id, `${first}${others}`, range].filter(Boolean).join("  "), 4);
}

/** Lines of at most 80 columns, where the words allow; what follows is indented two more. */
function wrapped(words: string, indent: number): string {
  const lines: string[] = [];
  let line = " ".repeat(indent);
  let isEmpty = true;
  for (const word of printable(words).split(" ")) {
    if (!isEmpty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = " ".repeat(indent + 2);
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line].join("\n");
}
