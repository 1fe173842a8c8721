import { readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { Baseline, type Known, knownWords, readBaseline } from "../../diagnostics/baseline.js";
import { type Finding, plural } from "../../diagnostics/report/finding.js";
import { replaceFile } from "../../output/replace.js";
import type { Findings } from "../../pipeline/build.js";
import { UsageError } from "../shell/failure.js";
import { pathFrom } from "./place.js";

/** One baseline file while its trees are looked at. */
interface Open {
  readonly path: string;
  /** Absent where the file is not there yet. */
  readonly baseline: Baseline | undefined;
  /** What an update of a new file takes in. */
  readonly fresh: Baseline;
  readonly looked: Findings[];
  shown: number;
}

/** The baseline files of a run: several trees may share one. */
export class Baselines {
  private readonly open = new Map<string, Open>();

  constructor(private readonly update: boolean) {}

  /**
   * Of the findings that are to be shown, those that are not known. All that were found in the
   * tree are noted, so that filters never make a finding look fixed.
   */
  unknown(
    path: string | undefined,
    inspected: Findings,
    all: readonly Finding[],
    wanted: readonly Finding[],
  ): readonly Finding[] {
    if (path === undefined) {
      if (this.update) {
        throw new UsageError(
          "--update-baseline needs a file: --baseline FILE, or baseline in the configuration.",
        );
      }
      return wanted;
    }
    const file = this.openFile(path);
    const { baseline, fresh } = file;
    file.looked.push(inspected);
    const known = (finding: Finding) => knownOf(finding, inspected, path);
    if (baseline === undefined && this.update) {
      for (const finding of wanted) fresh.add(known(finding));
      return [];
    }
    if (baseline === undefined) return wanted;
    for (const finding of all) baseline.meet(known(finding));
    const shown = wanted.filter((finding) => !baseline.hides(known(finding)));
    file.shown += shown.length;
    return shown;
  }

  /** Writes what an update changes; what is to be said of the files, a sentence each. */
  close(): readonly string[] {
    return [...this.open.values()].flatMap((file) => this.closeFile(file));
  }

  private closeFile({ path, baseline, fresh, looked, shown }: Open): readonly string[] {
    if (baseline === undefined) {
      if (!this.update) return [`${path} is not there yet: --update-baseline writes it.`];
      replaceFile(path, fresh.text);
      return [`${path}: ${plural(fresh.size, "finding")} known from now on.`];
    }
    const left = baseline.withoutFixed((file) => wasLookedAt(file, path, looked));
    const fixed = baseline.size - left.size;
    if (!this.update) {
      return fixed === 0
        ? []
        : [`${path}: ${fixed} of its findings fixed: --update-baseline drops them.`];
    }
    if (fixed > 0) replaceFile(path, left.text);
    return [
      `${path}: ${plural(fixed, "fixed finding")} dropped, ${left.size} left.`,
      ...(shown === 0
        ? []
        : [`${path} takes in nothing new: to accept the rest, delete it and write it again.`]),
    ];
  }

  private openFile(path: string): Open {
    const key = resolve(path);
    const known = this.open.get(key);
    if (known !== undefined) return known;
    const file = { path, baseline: read(path), fresh: new Baseline(), looked: [], shown: 0 };
    this.open.set(key, file);
    return file;
  }
}

function read(path: string): Baseline | undefined {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw new UsageError(`The baseline ${path} cannot be read.`);
  }
  const baseline = readBaseline(text);
  if (baseline !== undefined) return baseline;
  throw new UsageError(
    `${path} is no baseline. Restore it, or delete it and write it again with --update-baseline.`,
  );
}

function knownOf({ diagnostic }: Finding, { root, textOf }: Findings, path: string): Known {
  const { code, message, span } = diagnostic;
  const file = span === undefined ? "" : join(pathFrom(dirname(resolve(path)), root), span.source);
  const said = span && textOf(span.source)?.slice(span.start, span.end);
  // A finding about a place without words, or about the run, is known by what it says.
  const words = knownWords(said ?? "") || knownWords(message);
  return { code, file: file.replaceAll("\\", "/"), words };
}

/** A file of no tree that was looked at keeps its entries; one that is gone from a tree does not. */
function wasLookedAt(file: string, path: string, looked: readonly Findings[]): boolean {
  const folder = dirname(resolve(path));
  return looked.some(({ root, textOf }) => {
    const source = relative(pathFrom(folder, root), file).replaceAll("\\", "/");
    return file === "" || !source.startsWith("../") || textOf(source) !== undefined;
  });
}
