import { isOptionKind, type OptionKind } from "./directive-options.js";

/** What a directive takes: docutils' `required_arguments`, `has_content`, `option_spec` and so on. */
export interface DirectiveSpec {
  /** Words that it needs behind the colons, and words that it takes at most. */
  readonly required: number;
  readonly most: number;
  /** `outside`: needed where no `:file:` or `:url:` stands in for it, and then there is none. */
  readonly content: "none" | "any" | "needed" | "outside";
  /** Absent where lines such as `:name: value` are no options, but belong to the argument. */
  readonly options?: ReadonlyMap<string, OptionKind>;
}

const ANY = Number.POSITIVE_INFINITY;
const always = "class:class name:any";
const size = "height:length width:relative scale:percentage";
const image = `alt:any ${size} target:text loading:any ${always}`;
const table = `align:side width:relative widths:widths ${always}`;
const csv =
  "header:any file:text url:text encoding:text delim:text keepspace:flag quote:text escape:text";
const code =
  "force:flag linenos:flag dedent:optional lineno-start:integer emphasize-lines:text caption:text";
const literal = `${code} lineno-match:flag tab-width:integer language:text encoding:text
  pyobject:text lines:text start-after:text end-before:text start-at:text end-at:text prepend:text
  append:text diff:text`;
const included = `literal:flag code:any encoding:text parser:text tab-width:integer
  start-line:integer end-line:integer start-after:text end-before:text number-lines:any`;
const toctree = `maxdepth:integer name:any class:class caption:text glob:flag hidden:flag
  includehidden:flag numbered:optional titlesonly:flag reversed:flag`;
const numbers = "depth:integer start:integer prefix:text suffix:text";
const admonition = `${always} collapsible:any open:any`;

/** By names: words needed, words at most, content, options (`name:kind`; a hyphen for none). */
const rows: readonly (readonly [string, number, number, DirectiveSpec["content"], string])[] = [
  [
    "note warning tip important attention caution danger error hint seealso",
    0,
    0,
    "needed",
    admonition,
  ],
  ["admonition", 1, ANY, "needed", admonition],
  ["topic", 1, ANY, "needed", always],
  ["sidebar", 0, ANY, "needed", `${always} subtitle:text`],
  ["compound parsed-literal line-block", 0, 0, "needed", always],
  ["epigraph highlights pull-quote", 0, 0, "needed", "-"],
  ["container", 0, ANY, "needed", "name:any"],
  ["image", 1, ANY, "none", `${image} align:position`],
  ["figure", 1, ANY, "any", `${image} align:side figwidth:figure figclass:class figname:any`],
  ["literalinclude", 1, ANY, "none", `${literal} ${always}`],
  ["include", 1, ANY, "none", `${included} ${always}`],
  ["code-block sourcecode", 0, 1, "any", `${code} ${always}`],
  ["code", 0, 1, "needed", `force:flag number-lines:optional ${always}`],
  ["highlight", 1, 1, "none", "force:flag linenothreshold:positive"],
  ["math", 0, ANY, "any", `label:any nowrap:flag no-wrap:flag ${always}`],
  ["raw", 1, ANY, "outside", "file:text url:text encoding:text class:class"],
  ["table", 0, ANY, "needed", table],
  ["list-table", 0, ANY, "needed", `header-rows:whole stub-columns:whole ${table}`],
  ["csv-table", 0, ANY, "outside", `header-rows:whole stub-columns:whole ${csv} ${table}`],
  ["toctree", 0, 0, "any", toctree],
  ["contents", 0, ANY, "none", "depth:whole local:flag backlinks:backlinks class:class"],
  ["sectnum section-numbering", 0, 0, "none", numbers],
  ["hlist", 0, 0, "needed", "columns:integer"],
  ["rubric", 1, ANY, "none", `${always} heading-level:integer`],
  ["versionadded versionchanged deprecated versionremoved", 1, ANY, "any", "-"],
  ["only class rst-class cssclass", 1, ANY, "any", "-"],
  ["centered", 1, ANY, "none", "-"],
  ["index", 1, ANY, "none", "name:any"],
];

/** Options that exclude one another (Sphinx's `INVALID_OPTIONS_PAIR`, docutils' csv-table and raw). */
export const apart: ReadonlyMap<string, readonly (readonly string[])[]> = new Map([
  [
    "literalinclude",
    [
      ["lineno-match", "lineno-start"],
      ["lineno-match", "append"],
      ["lineno-match", "prepend"],
      ["start-after", "start-at"],
      ["end-before", "end-at"],
      ...`pyobject lineno-start lineno-match lines start-after end-before start-at end-at`
        .split(" ")
        .map((name) => ["diff", name]),
    ],
  ],
  ["csv-table", [["file", "url"]]],
  ["raw", [["file", "url"]]],
]);

/** The directives of docutils 0.19 and Sphinx 5.3 that docs are written with, and newer options. */
export const directiveSpecs: ReadonlyMap<string, DirectiveSpec> = new Map(
  rows.flatMap(([names, required, most, content, options]) => {
    const spec: DirectiveSpec = {
      required,
      most,
      content,
      ...(options !== "-" && { options: optionsOf(options) }),
    };
    return names.split(" ").map((name): [string, DirectiveSpec] => [name, spec]);
  }),
);

function optionsOf(text: string): ReadonlyMap<string, OptionKind> {
  const options = new Map<string, OptionKind>();
  for (const pair of text.split(/\s+/)) {
    const [name = "", kind = ""] = pair.split(":");
    if (isOptionKind(kind)) options.set(name, kind);
  }
  return options;
}
