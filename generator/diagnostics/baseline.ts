/**
 * Findings that were there when a tree was first looked at, and that are not told again. A finding
 * is known by its code, its file and the words it is about, not by its line: edits above it change
 * nothing.
 */
export interface Known {
  readonly code: string;
  /** Relative to the baseline's folder, with `/` between the parts. */
  readonly file: string;
  readonly words: string;
}

/** How often each finding may be met, and what of that has been used up. */
export class Baseline {
  private readonly entries = new Map<string, { readonly known: Known; readonly count: number }>();
  private readonly met = new Map<string, number>();
  private readonly hidden = new Map<string, number>();

  /** Puts a finding in; only for a baseline that is new: it never grows by itself. */
  add(known: Known, times = 1): void {
    const key = keyOf(known);
    this.entries.set(key, { known, count: (this.entries.get(key)?.count ?? 0) + times });
  }

  /** Notes that a finding is still there. */
  meet(known: Known): void {
    const key = keyOf(known);
    this.met.set(key, (this.met.get(key) ?? 0) + 1);
  }

  /** Whether a finding is one of those that are known; each is known as often as it is listed. */
  hides(known: Known): boolean {
    const key = keyOf(known);
    const before = this.hidden.get(key) ?? 0;
    if (before >= (this.entries.get(key)?.count ?? 0)) return false;
    this.hidden.set(key, before + 1);
    return true;
  }

  /** How many findings are listed. */
  get size(): number {
    let size = 0;
    for (const { count } of this.entries.values()) size += count;
    return size;
  }

  /** Without what was not met, of the files that were looked at. */
  withoutFixed(wasLookedAt: (file: string) => boolean): Baseline {
    const left = new Baseline();
    for (const [key, { known, count }] of this.entries) {
      const met = wasLookedAt(known.file) ? (this.met.get(key) ?? 0) : count;
      if (met > 0) left.add(known, Math.min(count, met));
    }
    return left;
  }

  /** The file: an entry a line, in a fixed order, so that a review shows what was fixed. */
  get text(): string {
    const lines = [...this.entries]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { known, count }]) => JSON.stringify(count === 1 ? known : { ...known, count }));
    const findings = lines.length === 0 ? "[]" : `[\n    ${lines.join(",\n    ")}\n  ]`;
    return `{\n  "version": 1,\n  "findings": ${findings}\n}\n`;
  }
}

/** The baseline of a file's text, or `undefined` where that is none. */
export function readBaseline(text: string): Baseline | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isObject(value) || value["version"] !== 1) return undefined;
  const findings = value["findings"];
  if (!Array.isArray(findings)) return undefined;
  const baseline = new Baseline();
  for (const entry of findings) {
    if (!isObject(entry)) return undefined;
    const { code, file, words, count = 1 }: Entry = entry;
    if (typeof code !== "string" || typeof file !== "string" || typeof words !== "string") {
      return undefined;
    }
    if (typeof count !== "number" || !Number.isInteger(count) || count < 1 || count > 1e6) {
      return undefined;
    }
    baseline.add({ code, file, words }, count);
  }
  return baseline;
}

type Entry = { readonly [member in "code" | "file" | "words" | "count"]?: unknown };

/** The words of a finding as a baseline keeps them: on one line, and not without end. */
export function knownWords(words: string): string {
  const line = words.replace(/\s+/g, " ").trim();
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}

/** By file first, then code: the order of the lines in the file. */
function keyOf({ code, file, words }: Known): string {
  return JSON.stringify([file, code, words]);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
