import type { Directive, Line } from "../../rst/blocks.js";
import { selectLines } from "../../rst/source/selection.js";
import type { CodeBlock } from "../events.js";
import type { Library, Standing } from "../library.js";
import { saidInLine } from "../prose/lines.js";
import type { Sample, SampleLink, Side, SideEvidence } from "../model.js";
import { readSample, type SampleContent } from "./read-sample.js";
import { isYaml, yamlValue } from "./yaml-sample.js";
import { namesSide, sideEvidence, type Surroundings } from "./side-evidence.js";
import { versionInCaption, versionInPath } from "../stanzas/version-words.js";
import type { Diagnostic, Outcome } from "../../diagnostics/diagnostic.js";
import type { Span } from "../../diagnostics/span.js";

/** The sample that a literalinclude directive shows. */
export function includedSample(
  directive: Directive,
  around: Surroundings,
  standing: Standing,
  library: Library,
): Outcome<readonly SampleLink[]> {
  const [first] = directive.argument;
  const written = first?.text.trim() ?? "";
  if (!first || written === "") return { value: [], diagnostics: [] };
  const path = saidInLine(first, first.text.indexOf(written), written.length);
  const language = optionOf(directive, "language");
  const found = library.sample(standing, path, language);
  const chosen = found.text === undefined ? undefined : selectLines(directive, found.text);
  const cut = chosen?.cut === true ? chosen.lines.join("\n") : undefined;
  // A part of a file is read by itself, and quietly: a part need not be valid JSON.
  const content = cut === undefined ? found.content : readSample(found.id, cut, 0, "text").value;
  const evidence = sideEvidence(around, written, content?.kind === "text" ? content.text : "");
  const fragment =
    cut !== undefined ||
    (!namesSide(evidence) && !around.behindLists) ||
    (evidence.heading === undefined &&
      around.titles.length > 0 &&
      (evidence.text === undefined || evidence.label !== undefined) &&
      evidence.file === undefined);
  const version =
    versionInPath(written) ??
    (around.caption === undefined ? undefined : versionInCaption(around.caption));
  const known = { language, version, fragment };
  const link = { ...linkOf(directive, around, evidence), path };
  return { value: linksOf(link, found.id, content, known), diagnostics: [] };
}

/**
 * The samples that a block of the text shows: JSON anywhere in an operation, other text only where
 * a heading, a caption or its own first words name a side. None of every other block.
 */
export function blockSample(
  block: CodeBlock,
  around: Surroundings,
): Outcome<readonly SampleLink[]> {
  const lines: readonly Line[] = block.kind === "directive" ? block.body : block.lines;
  const [first] = lines;
  if (!first) return { value: [], diagnostics: [] };
  const language =
    block.kind === "directive" ? block.argument[0]?.text.trim() || undefined : block.language;
  const text = lines.map((line) => line.text).join("\n");
  const outcome = readSample(first.source, text, first.start, language);
  const content = outcome.value;
  const diagnostics = outcome.diagnostics.map((finding) =>
    placed(finding, lines, text, first.start),
  );
  const structured = content.kind === "json" && typeof content.value === "object";
  const evidence = sideEvidence(around, undefined, content.kind === "text" ? text : "");
  const sided = namesSide(evidence);
  const bodies = content.kind === "text" && content.messages.some(({ body }) => body);
  if (!structured && !bodies && !(sided && content.kind === "text" && text.trim() !== "")) {
    return { value: [], diagnostics: content.kind === "broken" ? diagnostics : [] };
  }
  // What an ellipsis stands for is not known: a part, as far as a whole body is shown elsewhere.
  const elided = content.kind === "json" && content.elided;
  // Under no heading or caption of a sample, it is a sketch, and need not be JSON; nor need a block
  // without a language in the middle of prose.
  const inProse = block.kind !== "directive" && evidence.heading === undefined;
  const sketch = elided && (!sided || inProse);
  const version = around.caption === undefined ? undefined : versionInCaption(around.caption);
  // Behind lists and codes it is the body itself; before, it may explain a part.
  const fragment = elided || !(sided || around.behindLists);
  const known = { language, version, fragment, ...(elided && sided && { elided }) };
  const link = { ...linkOf(block, around, evidence), path: undefined };
  return {
    value: linksOf(link, first.source, content, known),
    diagnostics: sketch ? [] : diagnostics,
  };
}

/** The sample itself, and the bodies that it shows of messages. */
function linksOf(
  link: Omit<SampleLink, "sample">,
  source: string,
  content: SampleContent | undefined,
  known: Known,
): readonly SampleLink[] {
  const bodies = content?.kind === "text" ? content.messages : [];
  return [
    { ...link, sample: sampleOf(source, content, known) },
    ...bodies.flatMap(({ side, body }) =>
      body === undefined
        ? []
        : [
            {
              ...link,
              evidence: ofMessage(link.evidence, side),
              sample: sampleOf(source, body, {
                ...known,
                fragment: body.elided,
                ...(body.elided && { elided: true }),
              }),
            },
          ],
    ),
  ];
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
  evidence: SideEvidence,
): Omit<SampleLink, "path" | "sample"> {
  // A label that a list has taken is that of the list.
  const caption = around.captionTaken ? undefined : around.caption;
  return { span: block.span, evidence, caption, titles: around.titles };
}

/** A message tells its side whatever stands around it. */
function ofMessage(evidence: SideEvidence, side: Side): SideEvidence {
  const nothing = { heading: undefined, label: undefined, file: undefined };
  return { ...evidence, ...nothing, text: side };
}

interface Known {
  readonly language: string | undefined;
  readonly version: string | undefined;
  readonly fragment: boolean;
  readonly elided?: true;
}

function sampleOf(source: string, content: SampleContent | undefined, known: Known): Sample {
  if (!content) return { kind: "missing", source };
  if (content.kind === "broken") return { kind: "broken", source };
  if (content.kind === "text") {
    const { language } = known;
    const { text } = content;
    const yaml = isYaml(source, language) ? yamlValue(text) : undefined;
    return { kind: "text", source, language, text, ...(yaml !== undefined && { yaml }) };
  }
  const { value, repaired } = content;
  return {
    kind: "json",
    source,
    value,
    repaired,
    version: known.version,
    fragment: known.fragment,
    ...(known.elided && { elided: known.elided }),
  };
}

function optionOf(directive: Directive, name: string): string | undefined {
  return directive.options.find((option) => option.name === name)?.value.trim() || undefined;
}
