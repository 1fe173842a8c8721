import { type LabelledChange, type Pair, type Verdict, operationsOf } from "./pairs.js";

/*
 * Answers held against labels. An answer meets a label where it speaks of the same operation, and
 * its words name what the label names; its verdict is looked at only then.
 */

/** One change as a program reports it. */
export interface ReportedChange {
  readonly verdict: Verdict;
  readonly method: string;
  readonly path: string;
  /** Everything that the program says of the place: pointer, message, names. */
  readonly text: string;
  readonly versions?: { readonly min?: string; readonly max?: string };
}

/** What a program says of a pair. */
export interface Answer {
  readonly exit: number;
  readonly changes: readonly ReportedChange[];
}

/** How many of how many. */
export interface Share {
  readonly right: number;
  readonly of: number;
}

export interface Score {
  /** Of the labels that say "breaking", those that were told so. */
  readonly recall: Share;
  /** Of what was told to be breaking, what a label says, too. */
  readonly precision: Share;
  readonly corrections: Share;
  readonly additions: Share;
  /** Pairs without a change, of which nothing was said. */
  readonly nothing: Share;
  /** Pairs with a side that cannot be read, which ended with 3. */
  readonly unreadable: Share;
  /** Of all that was told, what was told to be unknown. */
  readonly unknown: Share;
  /** Of the labels that were met and have microversions, those whose microversions were told. */
  readonly versions: Share;
  readonly misses: readonly string[];
}

/** The score of a program's answers, by the name of their pair. */
export function score(pairs: readonly Pair[], answers: ReadonlyMap<string, Answer>): Score {
  const answered = pairs.flatMap((pair) => {
    const answer = answers.get(pair.name);
    return answer === undefined ? [] : [{ pair, answer }];
  });
  const labels = answered.flatMap(({ pair, answer }) =>
    pair.changes.map((label) => ({ pair, label, met: meetings(label, answer) })),
  );
  const told = answered.flatMap(({ pair, answer }) =>
    answer.changes.map((change) => ({ pair, change })),
  );
  const breaking = told.filter(({ change }) => change.verdict === "breaking");
  const bound = labels.filter(
    ({ label, met }) => label.versions !== undefined && isRight(label, met),
  );
  const still = answered.filter(({ pair }) => pair.changes.length === 0 && pair.exit === undefined);
  const lost = answered.filter(({ pair }) => pair.exit !== undefined);
  const ofVerdict = (verdict: Verdict): Share => {
    const mine = labels.filter(({ label }) => label.verdict === verdict);
    return share(mine, ({ label, met }) => isRight(label, met));
  };
  return {
    recall: ofVerdict("breaking"),
    precision: share(breaking, ({ pair, change }) => isLabelled(pair, change)),
    corrections: ofVerdict("correction"),
    additions: ofVerdict("addition"),
    nothing: share(still, ({ answer }) => answer.changes.length === 0 && answer.exit === 0),
    unreadable: share(lost, ({ pair, answer }) => answer.exit === pair.exit),
    unknown: share(told, ({ change }) => change.verdict === "unknown"),
    versions: share(bound, ({ label, met }) => met.every((all) => all.some(hasVersions(label)))),
    misses: [
      ...labels.filter(({ label, met }) => !isRight(label, met)).map(missed),
      ...breaking
        .filter(({ pair, change }) => !isLabelled(pair, change))
        .map(({ pair, change }) => `${pair.name}: told to break, is not: ${tell(change)}`),
      ...still
        .filter(({ answer }) => answer.changes.length > 0 || answer.exit !== 0)
        .map(
          ({ pair, answer }) =>
            `${pair.name}: nothing expected, exit ${answer.exit}, ${list(answer.changes)}`,
        ),
      ...lost
        .filter(({ pair, answer }) => answer.exit !== pair.exit)
        .map(({ pair, answer }) => `${pair.name}: exit ${pair.exit} expected, was ${answer.exit}`),
    ],
  };
}

/** For each operation of a label, what was told of its place. */
function meetings(label: LabelledChange, { changes }: Answer): readonly ReportedChange[][] {
  return operationsOf(label).map((operation) =>
    changes.filter((change) => speaksOf(change, label, operation)),
  );
}

/** Whether a change is about the place of a label, whatever it says of it. */
function speaksOf(change: ReportedChange, label: LabelledChange, operation: string): boolean {
  if (`${change.method.toUpperCase()} ${change.path}` !== operation) return false;
  const text = change.text.toLowerCase();
  const has = (word: string): boolean => text.includes(word.toLowerCase());
  return label.what.some(has) && (label.action === undefined || has(label.action));
}

/** Whether each operation of a label was given its verdict, or where it may be, silence. */
function isRight(label: LabelledChange, met: readonly ReportedChange[][]): boolean {
  return met.every((all) =>
    all.length === 0 ? label.optional === true : all.some(({ verdict }) => passes(label, verdict)),
  );
}

/** Whether a verdict is that of a label, or one that passes as well. */
function passes({ verdict, accept = [] }: LabelledChange, told: Verdict): boolean {
  return told === verdict || accept.includes(told);
}

/** Whether some label of a pair says of a reported change what was told. */
function isLabelled(pair: Pair, change: ReportedChange): boolean {
  return pair.changes.some(
    (label) =>
      passes(label, change.verdict) &&
      operationsOf(label).some((operation) => speaksOf(change, label, operation)),
  );
}

/** Whether a reported change names the microversions of a label. */
function hasVersions({ versions }: LabelledChange): (change: ReportedChange) => boolean {
  return ({ versions: told }) =>
    (versions?.min === undefined || versions.min === told?.min) &&
    (versions?.max === undefined || versions.max === told?.max);
}

function missed({
  pair,
  label,
  met,
}: {
  readonly pair: Pair;
  readonly label: LabelledChange;
  readonly met: readonly ReportedChange[][];
}): string {
  const wrong = operationsOf(label).filter((_, index) => !isRight(label, [met[index] ?? []]));
  const told = met.flat();
  return `${pair.name}: ${label.verdict} expected of ${wrong.join(", ")} (${label.what.join(" or ")}), ${list(told)}`;
}

function list(changes: readonly ReportedChange[]): string {
  const more = changes.length > 3 ? `, and ${changes.length - 3} more` : "";
  return changes.length === 0
    ? "nothing told"
    : `told ${changes.slice(0, 3).map(tell).join("; ")}${more}`;
}

function tell({ verdict, method, path, text }: ReportedChange): string {
  return `${verdict}: ${method} ${path}: ${text.slice(0, 160)}`;
}

function share<T>(all: readonly T[], isOne: (one: T) => boolean): Share {
  return { right: all.filter(isOne).length, of: all.length };
}
