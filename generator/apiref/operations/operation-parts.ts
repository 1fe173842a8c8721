import { type Diagnostic, report } from "../../diagnostics/diagnostic.js";
import { labelContradictsHeading } from "../../diagnostics/rules/label-contradicts-heading.js";
import { parametersWithoutPlace } from "../../diagnostics/rules/parameters-without-place.js";
import { rowOutsideList } from "../../diagnostics/rules/row-outside-list.js";
import { unknownReference } from "../../diagnostics/rules/unknown-reference.js";
import { unreadParameters } from "../../diagnostics/rules/unread-parameters.js";
import type { SourceId, Span } from "../../diagnostics/span.js";
import type { Directive, Line, Table } from "../../rst/blocks.js";
import type { MarkdownContext } from "../../rst/inline/context.js";
import { fileName } from "../../source/paths.js";
import { unknownOptions } from "../stanzas/directive-options.js";
import { isStrong, plainWords } from "../events.js";
import type { Library, Standing } from "../library.js";
import { joinLines } from "../prose/lines.js";
import type { Operation, ParameterList, Row, SampleLink, Side } from "../model.js";
import { nestedNames } from "../stanzas/nested-names.js";
import { CodesReader } from "./operation-codes.js";
import type { Scope } from "./operation-scope.js";
import {
  headOfTable,
  kindOfTable,
  readParameterTable,
  saysParameters,
} from "../stanzas/parameter-table.js";
import { readRestParameters, strayItem } from "../stanzas/rest-parameters.js";
import { sendsContent, type Surroundings } from "../files/side-evidence.js";
import { isLabel, runsOf } from "../labels.js";
import { blockSample, includedSample } from "../files/samples.js";
import { isBareSide, isOfUrl, type Namesakes, sideOfWords } from "../files/sides.js";

/** The stanza's first line. */
export function headSpan(directive: Directive): Operation["span"] {
  const last = directive.argument.at(-1);
  return last ? { ...directive.span, end: last.start + last.text.length } : directive.span;
}

type Entries = ReturnType<Library["parametersFile"]>["entries"];

/** Reads the parts of one operation in the order of the text, as each tells of the next. */
export class PartsReader {
  readonly lists: { request: ParameterList[]; response: ParameterList[] } = {
    request: [],
    response: [],
  };
  readonly codes: CodesReader;
  readonly samples: SampleLink[] = [];
  readonly diagnostics: Diagnostic[] = [];
  private caption: string | undefined;
  /** A list came since the caption, which speaks of that. */
  private captionTaken = false;
  /** The side that the last label of the section names, those of examples aside. */
  private labelled: { readonly side: Side; readonly span: Span } | undefined;
  private side: Side | undefined;
  /** The side of samples that follow a list whose side nothing tells. */
  private behindUnplaced: Side | undefined;
  private responseSeen = false;
  /** The list that has just ended: items right below it may be meant for its rows. */
  private ended: { readonly entries: Entries; readonly rows: Row[] } | undefined;

  constructor(
    private readonly scope: Scope,
    private readonly standing: Standing,
    private readonly library: Library,
    private readonly method: string,
    private readonly namesakes: Namesakes,
    private readonly context: MarkdownContext,
  ) {
    this.codes = new CodesReader(standing, library);
  }

  read(): void {
    let section = "";
    const runs = runsOf(this.scope.parts);
    for (const [index, { event, titles }] of this.scope.parts.entries()) {
      const key = titles.join("\n");
      if (key !== section) {
        this.caption = undefined;
        this.labelled = undefined;
        this.codes.settle();
      }
      section = key;
      if (event.kind === "section" || event.kind === "method" || event.kind === "version") {
        const heading =
          event.kind === "section" && titles.length > 0 ? event.chain.at(-1) : undefined;
        if (heading) this.codes.heading(heading, event.chain.at(-2));
        continue;
      }
      if (event.kind === "paragraph" && event.listed === true && this.stray(event.lines)) continue;
      this.ended = undefined;
      if (event.kind === "paragraph") {
        this.paragraph(event.lines, event.listed === true);
        continue;
      }
      if (event.kind === "code") {
        this.codes.field(event);
        continue;
      }
      if (event.kind === "table") {
        if (!this.codes.table(event.table)) this.table(event.table, titles);
        continue;
      }
      const titleSide = this.titleSide(titles);
      if (event.kind === "status" || event.kind === "list")
        this.diagnostics.push(...unknownOptions(event.directive));
      if (event.kind === "status") {
        this.codes.directive(event.directive);
        continue;
      }
      // `Normal response codes::` makes a literal block of what follows.
      if (
        event.kind === "block" &&
        event.block.kind === "literal-block" &&
        this.codes.literal(event.block.lines)
      )
        continue;
      this.codes.settle();
      if (event.kind === "list") this.list(event.directive, titles, titleSide);
      else {
        const around = this.around(titles, titleSide, runs.get(index));
        const sample =
          event.kind === "include"
            ? includedSample(event.directive, around, this.standing, this.library)
            : blockSample(event.block, around);
        for (const each of sample.diagnostics) this.diagnostics.push(each);
        for (const each of sample.value) this.samples.push(each);
      }
    }
    this.codes.finish();
  }

  /** The side that the nearest heading with such a word names. */
  private titleSide(titles: readonly string[]): Side | undefined {
    const side = titles
      .toReversed()
      .reduce<Side | undefined>(
        (found, title) => found ?? sideOfWords(title, this.namesakes),
        undefined,
      );
    if (side && !/^(?:response|status) codes?$/i.test(titles.at(-1) ?? "")) {
      this.side = side;
      if (side === "response") this.responseSeen = true;
    }
    return side;
  }

  private around(
    titles: readonly string[],
    titleSide: Side | undefined,
    run: Surroundings["run"] = { place: 0, count: 1 },
  ): Surroundings {
    return {
      titles,
      titleSide,
      caption: this.caption,
      captionTaken: this.captionTaken,
      before: this.side ?? this.behindUnplaced,
      responseSeen: this.responseSeen,
      behindLists:
        this.codes.statuses.length + this.lists.request.length + this.lists.response.length > 0,
      method: this.method,
      namesakes: this.namesakes,
      run,
    };
  }

  private paragraph(lines: readonly Line[], listed: boolean): void {
    if (this.codes.paragraph(lines, listed)) return;
    this.codes.sentence(lines);
    const words = plainWords(lines);
    const strong = isStrong(lines);
    if (!isLabel(words, strong)) return;
    const side = sideOfWords(words, this.namesakes);
    if (
      side &&
      (strong || words.endsWith(":") || isBareSide(words)) &&
      !/\b(?:examples?|samples?)\b/i.test(words)
    )
      this.labelled = { side, span: joinLines(lines).span() };
    this.caption = words;
    this.captionTaken = false;
  }

  /** The side of a list or table of parameters that stands here; undefined where nothing tells it. */
  private sideOfList(titles: readonly string[], titleSide: Side | undefined): Side | undefined {
    // A label right above a list is nearer than the heading around both.
    const side =
      this.labelled?.side ??
      titleSide ??
      (this.caption === undefined ? undefined : sideOfWords(this.caption, this.namesakes)) ??
      (isOfUrl(this.caption ?? titles.at(-1) ?? "") ? "request" : this.side);
    this.captionTaken = true;
    this.contradicts(titles, titleSide);
    this.side = side;
    // What sends something has its own rows first, and the samples behind them.
    if (side === undefined && sendsContent(this.method)) this.behindUnplaced = "request";
    return side;
  }

  /** A table of parameters, if it is one. Its own title is nearer than what stands above it. */
  private table(table: Table, titles: readonly string[]): void {
    const above = (this.captionTaken ? undefined : this.caption) ?? titles.at(-1) ?? "";
    const label = table.title ?? above;
    const kind = kindOfTable(table, saysParameters(label) || saysParameters(above));
    if (kind === undefined) return;
    const read = kind === "read" ? readParameterTable(table, this.context) : undefined;
    const span = headOfTable(table);
    if (read === undefined) {
      this.diagnostics.push(report(unreadParameters, span, { label }));
      return;
    }
    const { rows, placeless } = read;
    const own = sideOfWords(table.title ?? "", this.namesakes);
    const side = own ?? this.sideOfList(titles, this.titleSide(titles));
    this.side = side;
    if (placeless && side !== "response") {
      const name = rows.find((row) => row.name.span === placeless)?.name.value ?? "";
      this.diagnostics.push(report(parametersWithoutPlace, placeless, { name, side: "request" }));
    }
    this.keep(side, span, { span: table.span, titles, file: span.source, rows });
  }

  private keep(side: Side | undefined, head: Span, list: ParameterList): void {
    this.lists[side ?? "request"].push({
      ...list,
      titles: this.caption === undefined ? list.titles : [...list.titles, this.caption],
      ...(side === undefined && { unplaced: head }),
    });
  }

  /** Tells where label and heading name different sides. */
  private contradicts(titles: readonly string[], titleSide: Side | undefined): void {
    if (this.labelled === undefined || titleSide === undefined) return;
    const { side, span } = this.labelled;
    if (side === titleSide) return;
    const heading = titles.findLast((title) => sideOfWords(title, this.namesakes) !== undefined);
    this.diagnostics.push(report(labelContradictsHeading, span, { side, heading: heading ?? "" }));
  }

  private list(directive: Directive, titles: readonly string[], titleSide: Side | undefined): void {
    const read = readRestParameters(directive);
    for (const each of read.diagnostics) this.diagnostics.push(each);
    if (!read.value) return;
    const { file, items } = read.value;
    const found = this.library.parametersFile(this.standing, file);
    const side = this.sideOfList(titles, titleSide);
    // What is a name alone is told of already; it is a row where the file has such an entry.
    const known = items.filter(
      ({ bare, reference }) => !bare || found.entries?.has(reference.value) === true,
    );
    const rows: Row[] = nestedNames(known).map(({ bare: _bare, ...item }) => ({
      ...item,
      entry: found.entries?.get(item.reference.value),
    }));
    // Of a file that is not named, broken or empty, that is told, and not every row.
    const silent =
      file.value === "" || found.entries?.size === 0 || this.library.isBroken(found.id);
    for (const row of rows) {
      if (row.entry || silent) continue;
      this.diagnostics.push(unknown(row.reference, found.id, this.library));
    }
    this.keep(side, headSpan(directive), { span: directive.span, titles, file: found.id, rows });
    this.ended = { entries: found.entries, rows };
  }

  /** Whether an item of a list in the text, right below a list of parameters, is a row of that. */
  private stray(lines: readonly Line[]): boolean {
    const item = strayItem(lines);
    const entry = item && this.ended?.entries?.get(item.reference.value);
    if (item === undefined || entry === undefined) return false;
    this.diagnostics.push(report(rowOutsideList, item.span, { name: item.name.value }));
    this.ended?.rows.push({ ...item, entry });
    return true;
  }
}

function unknown(
  reference: { readonly value: string; readonly span: Operation["span"] },
  file: SourceId,
  library: Library,
): Diagnostic {
  const { value } = reference;
  const near = library.nearestEntry(file, value);
  const about = { reference: value, file: fileName(file) || "any file", nearest: near };
  return report(unknownReference, reference.span, about);
}
