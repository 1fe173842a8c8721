import { printable } from "../../diagnostics/report/finding.js";
import type { Paint } from "../../diagnostics/report/pretty.js";
import { groupBy } from "../../collections/groups.js";
import { type Verdict, verdicts } from "../change.js";
import {
  commonRange,
  headings,
  lostOnce,
  operationsOf,
  operationWords,
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
  const { changes } = service.comparison;
  const parts = verdicts.flatMap((verdict) => {
    const own = changes.filter((change) => change.verdict === verdict);
    if (own.length === 0) return [];
    const title = paint(colours[verdict], `${headings[verdict]} (${own.length})`);
    const told = toldTogether(own);
    const body = verdict === "correction" ? collected(told, paint) : listed(told, paint);
    return [`${title}\n\n${body}`];
  });
  const lost = lostOnce(service).map(({ side, at, more, message }) =>
    wrapped(`${side} ${at}${more}: ${message}`, 2),
  );
  const unread = lost.length === 0 ? [] : [`${paint("red", "Not read")}\n\n${lost.join("\n")}`];
  const said = (service.notes ?? []).map((note) => wrapped(note, 0));
  const head = paint("bold", wrapped(`${service.name}: ${summaryOf(service)}`, 0));
  return [head, ...said, ...unread, ...parts].join("\n\n");
}

/** What several operations have comes first, once; the rest by operation. */
function listed(told: readonly Told[], paint: Paint): string {
  const isShared = (one: Told) => operationsOf(one).length > 1;
  const shared = told.filter(isShared).map((one) => ofMany(one, paint));
  const own = groupBy(
    told.filter((one) => !isShared(one)),
    ({ change }) => operationWords(change),
  );
  const single = [...own].map(([operation, all]) => {
    const head = paint("bold", wrapped(operation, 2));
    return [head, ...all.flatMap((one) => ofOne(one, paint))].join("\n");
  });
  return [...shared, ...single].join("\n\n");
}

function ofMany(told: Told, paint: Paint): string {
  const common = commonRange(told);
  const kind = spaced(told.change.id, common);
  const all = told.at.map(({ operation, pointer, range }) =>
    wrapped(spaced(operation, pointer, common === "" ? range : ""), 6),
  );
  return [paint("bold", wrapped(told.message, 2)), paint("dim", wrapped(kind, 4)), ...all].join(
    "\n",
  );
}

function ofOne({ change, message, at }: Told, paint: Paint): readonly string[] {
  return at.map(({ pointer, range }) => {
    const kind = paint("dim", wrapped(spaced(change.id, pointer, range), 6));
    return [wrapped(message, 4), kind].join("\n");
  });
}

function collected(told: readonly Told[], paint: Paint): string {
  return told.map((one) => `${wrapped(one.message, 2)}\n${paint("dim", places(one))}`).join("\n");
}

function places(told: Told): string {
  const [first = "", ...more] = operationsOf(told);
  const others = more.length === 0 ? "" : ` and ${more.length} more`;
  return wrapped(spaced(told.change.id, `${first}${others}`, commonRange(told)), 4);
}

function spaced(...words: readonly string[]): string {
  return words.filter((one) => one !== "").join("  ");
}

/** Lines of at most 80 columns, where the words allow; what follows is indented two more. */
function wrapped(words: string, indent: number): string {
  const lines: string[] = [];
  let line = " ".repeat(indent);
  let isEmpty = true;
  for (const word of printable(words).split(" ")) {
    if (!isEmpty && line.length + 1 + word.length > width) {
      lines.push(line.trimEnd());
      line = " ".repeat(indent + 2);
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line].join("\n");
}
