import { type Diagnostic, report } from "../../../diagnostics/diagnostic.js";
import { nearest } from "../../../diagnostics/nearest.js";
import { unreadableRole } from "../../../diagnostics/rules/unreadable-role.js";
import type { MarkedText } from "../../../rst/inline/marked-text.js";

/** The roles of docutils and of Sphinx without extensions, those of its Python domain among them. */
const known: ReadonlySet<string> = new Set(
  `abbr abbreviation ab ac acronym anonymous-reference any attr citation-reference class code
  command confval const cve cwe data dfn doc download emphasis envvar eq exc file footnote-reference
  func guilabel index kbd keyword literal mailheader makevar manpage math menuselection meth mimetype
  mod named-reference newsgroup numref obj option pep pep-reference program raw ref regexp
  restructuredtext-unimplemented-role rfc rfc-reference samp strong sub subscript
  substitution-reference sup superscript t target term title title-reference token uri
  uri-reference`.split(/\s+/),
);

/**
 * Roles that docutils cannot take: two around the same words, one beside the underscore of a link,
 * and one that nobody defines (docutils: "Multiple roles in interpreted text", "Mismatch: both
 * interpreted text role … and reference suffix", "Unknown interpreted text role"). Where extensions
 * `maybe` define more, only a slip in the name of a known one is told. What has a colon is left to
 * the domain that it names.
 */
export function unreadableRoles(
  { prose, nodes }: MarkedText,
  defined: ReadonlySet<string>,
  maybe: (role: string) => boolean,
): readonly Diagnostic[] {
  return nodes.flatMap((node) => {
    if (node.kind !== "role") return [];
    const { role, fault, start, end } = node;
    if (fault !== undefined)
      return [report(unreadableRole, prose.spanOf(start, end), { role, fault })];
    const name = role.toLowerCase();
    const words = writtenIn(prose.text.slice(start, end));
    if ((name === "rfc" || name === "pep") && !/^!?\s*\d+(?:#[^]*)?$/.test(words))
      return [report(unreadableRole, prose.spanOf(start, end), { role, fault: "number" })];
    if (name === "numref" && !maybe("numfig"))
      return [report(unreadableRole, prose.spanOf(start, end), { role, fault: "unnumbered" })];
    if (known.has(name) || defined.has(name) || name.includes(":")) return [];
    const [meant] = nearest(name, known);
    if (maybe(role) && (meant === undefined || name.length < 4)) return [];
    const length = role.length + 2;
    const before = prose.text.charAt(start) === ":";
    const span = before ? prose.spanOf(start, start + length) : prose.spanOf(end - length, end);
    return [report(unreadableRole, span, { role, fault: "unknown", meant })];
  });
}

/** What a role is about: the words between its backquotes, or the aim behind them in brackets. */
function writtenIn(marked: string): string {
  const words = /`([^]*)`/.exec(marked)?.[1] ?? "";
  return /<([^<>]*)>$/.exec(words)?.[1] ?? words;
}
