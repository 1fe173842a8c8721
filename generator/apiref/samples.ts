import type { Directive, Line } from "../rst/blocks.js";
import { selectLines } from "../rst/selection.js";
import type { CodeBlock } from "./events.js";
import type { Library, Standing } from "./library.js";
import { saidInLine } from "./lines.js";
import type { Sample, SampleLink, Side } from "./model.js";
import { readSample, type SampleContent } from "./read-sample.js";
import { sideOfFile, sideOfWords } from "./sides.js";
import { versionInCaption, versionInPath } from "./version-words.js";
import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.js";
import type { Span } from "../diagnostics/span.js";

/** What stands around a sample and tells its side. */
export interface Surroundings {
  readonly titles: readonly string[];
  /** The side that the nearest heading names. */
  readonly titleSide: Side | undefined;
  /** The last label, such as `**Example: JSON response**`. */
  readonly caption: string | undefined;
  /** The side of the list or sample before. */
  readonly before: Side | undefined;
  /** A response heading came already. */
  readonly responseSeen: boolean;
  readonly method: string;
}

type Decision = Pick<SampleLink, "side" | "by">;

/**
 * The side of a sample. A heading has two votes, the name of the file 1.6, the caption 1.5: so
 * name and caption together overrule a heading that was copied from the other side.
 */
export function sideOfSample(around: Surroundings, path: string | undefined): Decision {
  const caption = around.caption === undefined ? undefined : sideOfWords(around.caption);
  const file = path === undefined ? undefined : sideOfFile(path);
  const title = around.titleSide;
  // A second "Request Example" heading after the response: the name of the file is right.
  if (title === "request" && file === "response" && !caption && around.responseSeen) {
    return { side: "response", by: "file-name" };
  }
  const votes = { request: 0, response: 0 };
  if (title) votes[title] += 2;
  if (caption) votes[caption] += 1.5;
  if (file) votes[file] += 1.6;
  if (votes.request > 0 || votes.response > 0) {
    const side = votes.request > votes.response ? "request" : "response";
    const by = title === side ? "title" : file === side ? "file-name" : "caption";
    return { side, by };
  }
  if (/\bcurl\b/i.test(`${around.titles.join(" ")} ${path ?? ""}`))
    return { side: "request", by: "order" };
  if (around.before && path !== undefined) return { side: around.before, by: "order" };
  const sends = path === undefined && /^(?:POST|PUT|PATCH)$/.test(around.method);
  return { side: sends ? "request" : "response", by: "order" };
}

/** The sample that a literalinclude directive shows. */
export function includedSample(
  directive: Directive,
  around: Surroundings,
  standing: Standing,
  library: Library,
): Outcome<SampleLink | undefined> {
  const [first] = directive.argument;
  const written = first?.text.trim() ?? "";
  if (!first || written === "") return { value: undefined, diagnostics: [] };
  const path = saidInLine(first, first.text.indexOf(written), written.length);
  const language = optionOf(directive, "language");
  const found = library.sample(standing, path, language);
  const chosen = found.text === undefined ? undefined : selectLines(directive, found.text);
  const cut = chosen?.cut === true ? chosen.lines.join("\n") : undefined;
  // A part of a file is read by itself, and quietly: a part need not be valid JSON.
  const content = cut === undefined ? found.content : readSample(found.id, cut, 0, "text").value;
  const decision = sideOfSample(around, written);
  const fragment =
    cut !== undefined ||
    decision.by === "order" ||
    (!around.titleSide && around.titles.length > 0 && !sideOfFile(written));
  const version =
    versionInPath(written) ??
    (around.caption === undefined ? undefined : versionInCaption(around.caption));
  const value: SampleLink = {
    ...linkOf(directive, around, decision),
    path,
    sample: sampleOf(found.id, content, { language, version, fragment }),
  };
  return { value, diagnostics: [] };
}

/**
 * The sample that a block of the text shows: JSON anywhere in an operation, other text only where
 * a heading or a caption names a side. `undefined` for every other block.
 */
export function blockSample(
  block: CodeBlock,
  around: Surroundings,
): Outcome<SampleLink | undefined> {
  const lines: readonly Line[] = block.kind === "directive" ? block.body : block.lines;
  const [first] = lines;
  if (!first) return { value: undefined, diagnostics: [] };
  const language =
    block.kind === "directive" ? block.argument[0]?.text.trim() || undefined : block.language;
  const text = lines.map((line) => line.text).join("\n");
  const outcome = readSample(first.source, text, first.start, language);
  const content = outcome.value;
  const diagnostics = outcome.diagnostics.map((finding) =>
    placed(finding, lines, text, first.start),
  );
  const structured = content.kind === "json" && typeof content.value === "object";
  const decision = sideOfSample(around, undefined);
  const sided = decision.by !== "order";
  if (!structured && !(sided && content.kind === "text" && text.trim() !== "")) {
    return { value: undefined, diagnostics: content.kind === "broken" ? diagnostics : [] };
  }
  // What an ellipsis stands for is not known: a part, to explain something.
  const elided = content.kind === "json" && content.elided;
  // Under no heading or caption of a sample, it is a sketch, and need not be JSON.
  const sketch = elided && !sided;
  const version = around.caption === undefined ? undefined : versionInCaption(around.caption);
  const value: SampleLink = {
    ...linkOf(block, around, decision),
    path: undefined,
    sample: sampleOf(first.source, content, { language, version, fragment: !sided || elided }),
  };
  return { value, diagnostics: sketch ? [] : diagnostics };
}

/** Moves a finding, and what mends it, from offsets in the joined lines to the lines that hold them. */
function placed(
  { span, edits, ...finding }: Diagnostic,
  lines: readonly Line[],
  text: string,
  base: number,
): Diagnostic {
  const inLines = (place: Span): Span => spanInLines(place, lines, text, base);
  return {
    ...finding,
    ...(span && { span: inLines(span) }),
    ...(edits && { edits: edits.map((edit) => ({ ...edit, span: inLines(edit.span) })) }),
  };
}

function spanInLines(span: Span, lines: readonly Line[], text: string, base: number): Span {
  const offset = Math.min(span.start - base, text.length);
  let begin = 0;
  for (const line of lines) {
    if (offset <= begin + line.text.length) {
      const start = line.start + offset - begin;
      const length = Math.min(span.end - span.start, begin + line.text.length - offset);
      return { source: line.source, start, end: start + Math.max(0, length) };
    }
    begin += line.text.length + 1;
  }
  return span;
}

function linkOf(
  block: CodeBlock,
  around: Surroundings,
  decision: Decision,
): Omit<SampleLink, "path" | "sample"> {
  return { span: block.span, ...decision, caption: around.caption, titles: around.titles };
}

function sampleOf(
  source: string,
  content: SampleContent | undefined,
  known: { language: string | undefined; version: string | undefined; fragment: boolean },
): Sample {
  if (!content) return { kind: "missing", source };
  if (content.kind === "broken") return { kind: "broken", source };
  if (content.kind === "text") {
    return { kind: "text", source, language: known.language, text: content.text };
  }
  const { value, repaired } = content;
  return {
    kind: "json",
    source,
    value,
    repaired,
    version: known.version,
    fragment: known.fragment,
  };
}

function optionOf(directive: Directive, name: string): string | undefined {
  return directive.options.find((option) => option.name === name)?.value.trim() || undefined;
}
