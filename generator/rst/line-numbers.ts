/** A run of lines, from 0, `to` exclusive. */
export interface LineRun {
  readonly from: number;
  readonly to: number;
}

/**
 * The lines that `1,3-5,10-` names of a text of `total` lines, as Sphinx's `parselinenos` reads it;
 * `undefined` where it is no list of lines.
 */
export function lineRuns(spec: string, total: number): readonly LineRun[] | undefined {
  const runs: LineRun[] = [];
  for (const part of spec.split(",")) {
    const ends = part.trim().split("-");
    const [first = "", last = first] = ends;
    if (ends.length > 2 || (ends.length === 2 && first === "" && last === "")) return undefined;
    if (ends.some((end, at) => !number.test(end) && !(end === "" && (at > 0 || ends.length > 1))))
      return undefined;
    const from = Number(first || 1);
    const to = Number(last || Math.max(from, total));
    if (from > to) return undefined;
    runs.push({ from: from - 1, to });
  }
  return runs;
}

const number = /^\s*\+?\d{1,9}\s*$/;

/** Whether the lines follow one another without a gap. */
export function areJoined(runs: readonly LineRun[]): boolean {
  return runs.every(({ from }, at) => at === 0 || from === runs[at - 1]?.to);
}

/** What is amiss with a list of lines of a text of `total` lines, if anything is. */
export function numbersFault(spec: string, total: number): string | undefined {
  const runs = lineRuns(spec, total);
  if (runs === undefined) return "takes lines such as 1,3-5,7-";
  if (!runs.some(({ to }) => to > total)) return undefined;
  return `names lines that are not there: there ${total === 1 ? "is one" : `are ${total}`}`;
}
