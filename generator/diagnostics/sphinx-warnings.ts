/** What Sphinx 5.3, docutils 0.19 or os-api-ref 2.3 says where this is found. */
export interface SphinxWarning {
  /** Its words; `…` stands for what is named. */
  readonly words: string;
  /** Where it says so of some only. */
  readonly only?: string;
}

/**
 * The codes of what makes `sphinx-build -W` fail, and so `restanza docs -W`; of all other findings
 * Sphinx says nothing. Tried against the real Sphinx, both ways: `npm run docs:ids`.
 */
export const sphinxWarnings: ReadonlyMap<string, SphinxWarning> = new Map(
  Object.entries({
    "block-without-blank-line": { words: "… ends without a blank line; unexpected unindent." },
    "code-not-in-language": { words: "Could not lex literal_block as …" },
    "duplicate-target": {
      words: "Duplicate explicit target name; duplicate label; duplicate term",
    },
    "empty-list": { words: "No parameters defined" },
    "empty-parameters-file": { words: "Parameters file is empty" },
    "heading-adornment": { words: "Title underline too short." },
    "heading-inside-block": { words: "Unexpected section title." },
    "heading-level": { words: "Title level inconsistent" },
    "include-cycle": { words: "circular inclusion in … directive" },
    "incomplete-method": { words: "IndexError", only: "A stanza without a word." },
    "incomplete-parameter-entry": { words: "Failure on key; KeyError: 'in'" },
    "invalid-option-value": { words: "invalid option value" },
    "invalid-yaml": { words: "Error while parsing file" },
    "label-without-title": {
      words: "Failed to create a cross reference. A title or caption not found",
    },
    "late-path-row": { words: "No path parameter … found in rest_parameter stanza." },
    "link-without-target": {
      words: "Unknown target name; undefined label; unknown document; term not in glossary",
      only: "Names and labels; not addresses such as `#place`.",
    },
    "malformed-directive": { words: "Error in … directive; Content block expected" },
    "malformed-table": { words: "Malformed table." },
    "malformed-target": { words: "malformed hyperlink target." },
    "markup-without-end": { words: "Inline … start-string without end-string." },
    "misdefined-substitution": { words: "Duplicate substitution definition name" },
    "misplaced-path": { words: "Parameters file not found" },
    "misplaced-transition": { words: "Document may not end with a transition." },
    "missing-document": { words: "toctree contains reference to nonexisting document" },
    "missing-file": { words: "… not found; … not readable; Problems with … directive path" },
    "missing-folder": { words: "… not found; Problems with … directive path" },
    "missing-literal-block": {
      words: "Literal block expected; none found.",
      only: "Where no code follows at all.",
    },
    "misspelt-key": { words: "Failure on key; KeyError: 'in'", only: "`in` and `type`." },
    "misspelt-value": { words: "… is not a valid value for 'in'", only: "Values of `in`." },
    "no-parameters-file": { words: "No reference file defined" },
    "not-utf-8": { words: "undecodable source characters; UnicodeDecodeError" },
    "other-stanza": { words: "Unknown directive type" },
    "selection-without-lines": { words: "no lines pulled from include file" },
    "undocumented-path-parameter": {
      words: "No path parameter … found in rest_parameter stanza.",
      only: "Of operations with a list of parameters.",
    },
    "unexpected-indentation": { words: "Unexpected indentation." },
    "unknown-directive": { words: "Unknown directive type" },
    "unknown-directive-option": {
      words: "unknown option",
      only: "Of directives other than `rest_method`.",
    },
    "unknown-language": { words: "Pygments lexer name … is not known" },
    "unknown-place": { words: "… is not a valid value for 'in'" },
    "unknown-reference": { words: "No field definition for …; Could not find … for code …" },
    "unknown-status-kind": { words: "Type … is not one of ('success', 'error')" },
    "unknown-substitution": { words: "Undefined substitution referenced" },
    "unlisted-document": { words: "document isn't included in any toctree" },
    "unread-table": { words: "Problems with … directive URL" },
    "unreadable-file": { words: "… not found or reading it failed" },
    "unreadable-parameter-entry": { words: "Expected a dict for …" },
    "unreadable-role": {
      words: "Unknown interpreted text role; Multiple roles; invalid RFC number",
    },
    "unreadable-row": { words: "Invalid parameter definition" },
    "unreadable-status": { words: "AttributeError; TypeError" },
    "unreferenced-footnote": { words: "Footnote … is not referenced." },
    "unsorted-parameter-entry": { words: "Parameters out of order; Section out of order" },
    "unusable-toctree-entry": {
      words:
        "duplicated entry found in toctree; … didn't match any documents; … doesn't have a title",
    },
  } satisfies Readonly<Record<string, SphinxWarning>>),
);

/** The table as a page of Markdown: `docs/sphinx-warnings.md`. */
export function warningsPage(): string {
  const rows = [...sphinxWarnings].map(([code, { words, only }]: [string, SphinxWarning]) => {
    const link = `[${code}](diagnostics.md#${code})`;
    return `| ${link} | ${words.replaceAll("|", "\\|")} | ${only ?? ""} |`;
  });
  return [
    "# What `docs -W` fails on",
    "",
    "`restanza docs -W` exits with 1 where `sphinx-build -W` with os-api-ref fails, and nowhere else: on",
    "these codes, in the words of Sphinx. Findings in entries and reasons that no list shows do not count,",
    "since Sphinx never reads them; neither do documents that `exclude_patterns` of conf.py names. Of code",
    "blocks only JSON and HTTP messages are read by the rules of Pygments' lexers.",
    "What only a newer Sphinx knows, such as `versionremoved`, counts as known.",
    "Other findings fail a run with `--fail-on`. Made by `npm run docs:pages`.",
    "",
    "| code | Sphinx says | of which |",
    "| --- | --- | --- |",
    ...rows,
    "",
  ].join("\n");
}
