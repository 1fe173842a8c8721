import { type Diagnostic, report } from "../../diagnostics/diagnostic.js";
import { nearest } from "../../diagnostics/nearest.js";
import { codeInSentence } from "../../diagnostics/rules/code-in-sentence.js";
import { misspeltLabel } from "../../diagnostics/rules/misspelt-label.js";
import { unknownReference } from "../../diagnostics/rules/unknown-reference.js";
import { unknownStatusCode } from "../../diagnostics/rules/unknown-status-code.js";
import type { Said } from "../../diagnostics/span.js";
import type { Directive, Line, Section, Table } from "../../rst/blocks.js";
import { fileName } from "../../source/paths.js";
import { codesLabels, kindAlone } from "../stanzas/codes/codes-label.js";
import {
  announcesCodes,
  readCodeItem,
  readCodes,
  readStatusLine,
  strangeNumbers,
} from "../stanzas/codes/codes-prose.js";
import { codesInSentences } from "../stanzas/codes/codes-sentence.js";
import { readCodesTable } from "../stanzas/codes/codes-table.js";
import { type Event, plainWords } from "../events.js";
import { isRegistered } from "../stanzas/codes/http-codes.js";
import type { Library, Standing } from "../library.js";
import type { Status } from "../model.js";
import { readRestStatusCode } from "../stanzas/rest-status-code.js";

/** Reads the status codes of one operation in the order of the text: a label may speak of what follows it. */
export class CodesReader {
  readonly statuses: Status[] = [];
  /** The code of the first line such as `Status: 204 No Content`. */
  statusLine: number | undefined;
  readonly diagnostics: Diagnostic[] = [];
  /** The kind whose codes are still to come, below a label without any. */
  private pending: Status["kind"] | undefined;
  /** The code that an item of a list has just said, whose meaning may be the next paragraph. */
  private bare: Status | undefined;

  constructor(
    private readonly standing: Standing,
    private readonly library: Library,
  ) {}

  /** A sentence has announced codes, and no other paragraph came since. */
  private announced = false;
  /** Codes that sentences say, the first of each. */
  private readonly spoken = new Map<number, Said<number>>();

  /** Something else than words follows, or another section: nothing is waited for any more. */
  settle(): void {
    this.pending = undefined;
    this.bare = undefined;
    this.announced = false;
  }

  /** A heading may be a label: `Error response codes`, or `Errors` below `Response codes`. */
  heading({ title, titleSpan }: Section, above: Section | undefined): void {
    const { source, start } = titleSpan;
    if (above !== undefined && codesLabels(above.title).length > 0) this.pending = kindAlone(title);
    else this.paragraph([{ text: title, source, start }], false);
  }

  /** Whether a paragraph is one of codes. `listed` says that it stands in an item of a list. */
  paragraph(lines: readonly Line[], listed: boolean): boolean {
    const { bare } = this;
    this.bare = undefined;
    const codes = readCodes(lines);
    if (codes) {
      this.pending = codes.pending;
      this.strange(codes.strange);
      for (const { written, meant, span } of codes.slips)
        this.diagnostics.push(
          report(misspeltLabel, span, { written, meant }, [{ span, text: meant }]),
        );
      this.add(codes.statuses);
      return true;
    }
    if (this.pending) {
      const kind = kindAlone(plainWords(lines));
      if (kind !== undefined) {
        this.pending = kind;
        return true;
      }
      const item = readCodeItem(lines, this.pending);
      if (item.length > 0) {
        const added = this.add(item);
        if (listed && added.length === 1 && added[0]?.reason === undefined) [this.bare] = added;
        return true;
      }
      if (listed) {
        if (bare !== undefined) this.means(bare, plainWords(lines));
        else this.strange(strangeNumbers(lines));
        return true;
      }
      this.pending = undefined;
    }
    if (listed && this.announced) {
      const item = readCodeItem(lines, "error");
      this.add(item);
      return item.length > 0;
    }
    this.announced = announcesCodes(lines);
    this.statusLine ??= readStatusLine(lines);
    return false;
  }

  /** A paragraph that is no list of codes may say some all the same. */
  sentence(lines: readonly Line[]): void {
    for (const code of codesInSentences(lines))
      if (!this.spoken.has(code.value)) this.spoken.set(code.value, code);
  }

  /** All has been read: faults that only sentences say are added, and answers where no list has any. */
  finish(): void {
    const answers = this.statuses.some(({ code }) => code < 400);
    const listed = new Set(this.statuses.map(({ code }) => code));
    for (const { value: code, span } of this.spoken.values()) {
      if (listed.has(code) || (code < 400 && answers)) continue;
      this.diagnostics.push(report(codeInSentence, span, { code }));
      this.add([
        {
          span,
          code,
          kind: code < 400 ? "success" : "error",
          name: undefined,
          reason: undefined,
          minVersion: undefined,
          maxVersion: undefined,
        },
      ]);
    }
  }

  private strange(numbers: readonly Said<string>[]): void {
    for (const { value, span } of numbers)
      this.diagnostics.push(report(unknownStatusCode, span, { code: value }));
  }

  private means(status: Status, reason: string): void {
    const at = this.statuses.indexOf(status);
    if (at >= 0) this.statuses[at] = { ...status, reason };
  }

  /** Whether a table is one of codes: below a label, or a column of it says so. */
  table(table: Table): boolean {
    const said = readCodesTable(table, this.pending);
    this.settle();
    if (said === undefined) return false;
    this.add(said);
    return true;
  }

  /** Whether a block of code below a label has nothing but codes, each on a line of its own or in one. */
  literal(lines: readonly Line[]): boolean {
    const said = lines.filter(({ text }) => text.trim() !== "");
    const { pending } = this;
    if (pending === undefined || said.some(({ text }) => !/^\s*[1-5]\d\d\b/.test(text)))
      return false;
    const codes = said.flatMap((line) => readCodeItem([line], pending));
    if (codes.length === 0) return false;
    this.add(codes);
    return true;
  }

  /** A field such as `:statuscode 404: no such box`. */
  field({ code, name, blocks }: Extract<Event, { readonly kind: "code" }>): void {
    this.settle();
    const words = blocks.flatMap((block) =>
      block.kind === "paragraph" ? [plainWords(block.lines)] : [],
    );
    const end = name.start + name.text.length;
    const status: Status = {
      span: { source: name.source, start: end - 3, end },
      code,
      kind: code < 400 ? "success" : "error",
      name: undefined,
      reason: words.length === 0 ? undefined : words.join(" "),
      minVersion: undefined,
      maxVersion: undefined,
    };
    this.add([status]);
  }

  directive(directive: Directive): void {
    this.settle();
    const read = readRestStatusCode(directive);
    for (const each of read.diagnostics) this.diagnostics.push(each);
    const { kind, file, items } = read.value;
    const found = file ? this.library.statusFile(this.standing, file) : undefined;
    const codes = found?.codes;
    const name = fileName(found?.id ?? "");
    // Of a file that is missing, broken or empty, that is told, and not every code.
    const silent = found === undefined || codes?.size === 0 || this.library.isBroken(found.id);
    for (const item of items) {
      const reasons = codes?.get(String(item.code));
      if (!silent && codes !== undefined && reasons === undefined) {
        const about = { reference: String(item.code), file: name };
        this.diagnostics.push(
          report(unknownReference, item.span, { ...about, nearest: undefined }),
        );
      }
      const named = item.reason && reasons?.get(item.reason.value)?.markdown;
      const unknown = item.reason && named === undefined;
      // A reason of several words is the text itself.
      const spoken = unknown && /\s/.test(item.reason.value) ? item.reason.value : undefined;
      if (unknown && reasons !== undefined && !silent) {
        const reference = item.reason.value;
        const [near] = nearest(reference, reasons.keys());
        const about = { reference, file: name, nearest: near };
        this.diagnostics.push(report(unknownReference, item.reason.span, about));
      }
      const reason = named ?? spoken ?? reasons?.get("default")?.markdown;
      const status: Status = {
        span: item.span,
        code: item.code,
        ...(item.written !== undefined && { written: item.written }),
        kind: item.code < 400 ? "success" : kind,
        name: item.reason && spoken === undefined ? item.reason.value : undefined,
        reason: reason === "" ? undefined : reason,
        minVersion: undefined,
        maxVersion: undefined,
      };
      this.add([status]);
    }
  }

  /** Adds statuses, and gives those that are new; one that says nothing new is left out. */
  private add(statuses: readonly Status[]): readonly Status[] {
    const added: Status[] = [];
    for (const status of statuses) {
      const { code, name, span, written } = status;
      // The code is the end of `itemNotFound(404)`.
      const at = name === undefined ? span : { ...span, start: span.end - 3 };
      if (written !== undefined)
        this.diagnostics.push(report(unknownStatusCode, at, { code: written, meant: code }));
      const known = this.statuses.some(
        (other) =>
          other.code === status.code &&
          other.minVersion === status.minVersion &&
          other.maxVersion === status.maxVersion &&
          (status.name === undefined || other.name === status.name) &&
          (status.reason === undefined || other.reason === status.reason),
      );
      if (known) continue;
      this.statuses.push(status);
      added.push(status);
      if (!isRegistered(code))
        this.diagnostics.push(report(unknownStatusCode, at, { code: String(code) }));
    }
    return added;
  }
}
