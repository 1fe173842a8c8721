import { readFileSync, realpathSync } from "node:fs";
import { join, sep } from "node:path";
import { applyChanges, type Change, changesIn } from "../../diagnostics/edits.js";
import { unifiedDiff } from "../../diagnostics/report/diff.js";
import { type Finding, plural } from "../../diagnostics/report/finding.js";
import { replaceFile } from "../../output/replace.js";
import type { Findings } from "../../pipeline/build.js";
import { exit, type ExitCode } from "../shell/failure.js";
import { paintFor, print } from "../shell/terminal.js";

/** A file of the tree that findings say how to mend. */
interface Mending {
  /** As it is shown, and on disk. */
  readonly file: string;
  readonly path: string;
  readonly text: string;
  readonly changes: readonly Change[];
}

/** What is to be mended in the trees of a run: each file once, also where trees share it. */
export class Mends {
  private readonly files = new Map<string, Mending>();
  private readonly refused = new Set<string>();
  private findings = 0;

  add({ root, textOf }: Findings, findings: readonly Finding[]): void {
    const bySource = new Map<string, { readonly file: string; readonly mended: Finding[] }>();
    for (const finding of findings) {
      const source = finding.diagnostic.span?.source;
      if (source === undefined || finding.at === undefined) continue;
      if (finding.diagnostic.edits === undefined) continue;
      const known = bySource.get(source);
      if (known === undefined) bySource.set(source, { file: finding.at.file, mended: [finding] });
      else known.mended.push(finding);
    }
    for (const [source, { file, mended }] of bySource) {
      const text = textOf(source);
      const path = join(root, source);
      const reason = text === undefined ? "it cannot be read" : refusal(root, path, text);
      if (text === undefined || reason !== undefined) {
        this.refused.add(`${file} is left as it is: ${reason}.`);
        continue;
      }
      if (this.files.has(path)) continue;
      const edits = mended.flatMap(({ diagnostic }) => diagnostic.edits ?? []);
      this.files.set(path, { file, path, text, changes: changesIn(source, edits) });
      this.findings += mended.length;
    }
  }

  /** Shows every change as a diff, makes it if asked, and says so beside. */
  finish(write: boolean): ExitCode {
    const paint = paintFor(process.stdout);
    for (const { file, text, changes } of this.files.values()) {
      print(unifiedDiff(file, text, changes, paint));
    }
    const notes = [...this.refused];
    if (write) {
      for (const { path, text, changes } of this.files.values()) {
        replaceFile(path, markOf(path) + applyChanges(text, changes));
      }
    }
    const what = `${plural(this.findings, "finding")} in ${plural(this.files.size, "file")}`;
    if (this.files.size === 0) notes.push("Nothing to mend.");
    else notes.push(write ? `Mended ${what}.` : `${what} can be mended: --fix --write does it.`);
    process.stderr.write(`${notes.join("\n")}\n`);
    return write || this.files.size === 0 ? exit.ok : exit.findings;
  }
}

const mark = "\ufeff";

/** The byte-order mark that reading took off. */
function markOf(path: string): string {
  return readFileSync(path).subarray(0, 3).equals(Buffer.from(mark)) ? mark : "";
}

/**
 * Why a file must not be written: a link leads out of the tree, it has changed since it was read,
 * or its bytes are no UTF-8, so that writing would change more than was asked.
 */
function refusal(root: string, path: string, text: string): string | undefined {
  try {
    const real = realpathSync.native(path);
    const inside = realpathSync.native(root);
    if (!real.startsWith(inside.endsWith(sep) ? inside : inside + sep)) {
      return "it lies outside the tree";
    }
    const bytes = readFileSync(real);
    if (bytes.equals(Buffer.from(text)) || bytes.equals(Buffer.from(mark + text))) return undefined;
    return "it is not UTF-8, or was changed meanwhile";
  } catch {
    return "it cannot be read";
  }
}
