import type { SourceId, Span } from "../../diagnostics/span.js";
import type { Directive } from "../../rst/blocks.js";
import { filledOption, spanOfLine } from "../../rst/directives/directive-parts.js";
import type { MarkedText } from "../../rst/inline/marked-text.js";
import { tableFile } from "../../rst/source/table-source.js";
import { resolvePath } from "../../source/paths.js";
import type { SourceTree } from "../../source/tree.js";

/** A file that the words of a document name. */
export interface NamedFile {
  readonly path: string;
  readonly what: string;
  readonly span: Span;
  /** The files that it may be, in a document that is read as `document`; one is enough. */
  readonly candidates: (document: SourceId) => readonly SourceId[];
  /** Whether it is looked for from the document, not from the file that names it. */
  readonly fromDocument: boolean;
}

/** Endings of images that Sphinx chooses among for `name.*`, and some that only readers know. */
const images = "svg png gif jpg jpeg svgz pdf webp ai eps ps bmp tif tiff ico avif".split(" ");

/** The files that a directive of docutils or Sphinx names; includes are read elsewhere. */
export function filesOfDirective(directive: Directive, tree: SourceTree): readonly NamedFile[] {
  const name = directive.name.toLowerCase();
  const [line] = directive.argument;
  const span = line && spanOfLine(line);
  if (name === "image" || name === "figure") {
    const path = addressOf(directive.argument.map(({ text }) => text).join(" "));
    if (span === undefined || /^data:|:\/\//.test(path)) return [];
    const candidates = (document: SourceId): readonly SourceId[] =>
      endingsOf(path).map((each) => resolvePath(tree, document, each));
    return [{ path, what: "image", span, candidates, fromDocument: true }];
  }
  if (name === "literalinclude") {
    const path = directive.argument[0]?.text ?? "";
    const old = filledOption(directive, "diff");
    return [
      ...(span && directive.argument.length === 1 ? [{ path, what: "sample", span }] : []),
      ...(old ? [{ path: old.value, what: "sample", span: old.valueSpan }] : []),
    ].map((file) => ({
      ...file,
      candidates: (document) => [resolvePath(tree, document, file.path)],
      fromDocument: true,
    }));
  }
  const file = filledOption(directive, "file");
  if (file === undefined || (name !== "csv-table" && name !== "raw")) return [];
  const { value: path, valueSpan } = file;
  // An absolute path, which no Sphinx looks for in the docs.
  if (path.startsWith("/") && name === "raw") return [];
  const candidates = (document: SourceId): readonly SourceId[] => [tableFile(tree, document, file)];
  return [
    {
      path,
      what: name === "raw" ? "raw file" : "table",
      span: valueSpan,
      candidates,
      fromDocument: false,
    },
  ];
}

/** The files that `:download:` roles of a text name. */
export function filesOfText({ prose, nodes }: MarkedText, tree: SourceTree): readonly NamedFile[] {
  return nodes.flatMap((node) => {
    if (node.kind !== "role" || node.role.toLowerCase() !== "download") return [];
    const written = /`([^]*)`/.exec(prose.text.slice(node.start, node.end))?.[1] ?? "";
    const path = targetOf(written).replaceAll(/\s+/g, " ");
    if (written.startsWith("!") || path === "" || path.includes("://")) return [];
    const span = prose.spanOf(node.start, node.end);
    const candidates = (document: SourceId): readonly SourceId[] => [
      resolvePath(tree, document, path),
    ];
    return [{ path, what: "file", span, candidates, fromDocument: true }];
  });
}

/** The target in `words <target>`, as Sphinx's `ReferenceRole` takes it. */
function targetOf(written: string): string {
  const open = written.endsWith(">") ? /[^\\]</.exec(written)?.index : undefined;
  const target = open === undefined ? written : written.slice(open + 2, -1);
  return target.replaceAll(/\\(?:\s|(.))/g, "$1");
}

/** An address as docutils reads it (`directives.uri`): without spaces that nothing escapes. */
function addressOf(argument: string): string {
  return argument.replaceAll(/\\(\s)|\\(.)|\s/g, "$1$2");
}

/** `name.*` stands for any image of that name. */
function endingsOf(path: string): readonly string[] {
  return path.endsWith(".*") ? images.map((ending) => path.slice(0, -1) + ending) : [path];
}
