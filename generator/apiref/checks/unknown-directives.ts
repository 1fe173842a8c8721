import { type Diagnostic, report } from "../../diagnostics/diagnostic.js";
import { editDistance, nearest } from "../../diagnostics/nearest.js";
import { unknownDirective } from "../../diagnostics/rules/unknown-directive.js";
import type { Directive } from "../../rst/blocks.js";
import {
  domainDirectives,
  extensionDirectives,
  ownDirectives,
} from "../../rst/directives/directive-names.js";
import type { SourceTree } from "../../source/tree.js";
import { apiDirectives } from "../events.js";
import { extensionsOf, settingsOf } from "../files/sphinx-settings.js";
import { isWhole } from "../whole.js";

/** Whether Sphinx has a directive, and what is said of it where it has not. */
export type DirectiveCheck = (directives: readonly Directive[]) => readonly Diagnostic[];

/**
 * Directives that nobody defines (docutils: "Unknown directive type"); names are compared without
 * case. Where conf.py has extensions, or code, whose directives are not known here, only a slip in
 * a known name is told.
 */
export function unknownDirectives(tree: SourceTree): DirectiveCheck {
  const conf = settingsOf(tree);
  const everything = [...extensionDirectives.keys()];
  // The conf.py of a page alone may be elsewhere.
  const none = isWhole(tree) ? everything : undefined;
  const listed = conf === "" ? none : extensionsOf(conf);
  const known = listed?.every((name) => name === "os_api_ref" || extensionDirectives.has(name));
  const sure = known === true && !definesMore.test(conf);
  const extensions = sure ? (listed ?? everything) : everything;
  const has = new Set([
    ...ownDirectives,
    ...apiDirectives,
    ...extensions.flatMap((name) => extensionDirectives.get(name) ?? []),
    ...(otherDomain.test(conf) ? domainDirectives : []),
  ]);
  const check = (directive: Directive): readonly Diagnostic[] => {
    const { name: written, nameSpan } = directive;
    const name = written.toLowerCase();
    if (has.has(name) || (!sure && conf.includes(written))) return [];
    const about = { directive: written };
    const extension = [...extensionDirectives].find(([, names]) => names.includes(name))?.[0];
    if (extension !== undefined)
      return [report(unknownDirective, nameSpan, { ...about, extension })];
    const [meant] = nearest(name, has);
    if (!sure && (meant === undefined || !isSlip(name, meant))) return [];
    return [report(unknownDirective, nameSpan, { ...about, meant })];
  };
  return (directives) => {
    const changed = directives.some(({ name }) => name.toLowerCase() === "default-domain");
    let end: Directive | undefined;
    return directives.flatMap((directive) => {
      // Docutils does not read what stands in a directive that it does not know.
      if (end !== undefined && isWithin(directive, end)) return [];
      if (changed && domainDirectives.has(directive.name.toLowerCase())) return [];
      const found = check(directive);
      if (found.length > 0) end = directive;
      return found;
    });
  };
}

/** Code of a conf.py that may define directives, and a language that has other names for them. */
const definesMore =
  /\b(?:add_directive|add_domain|add_object_type|add_crossref_type|register_directive|setup_extension)|^language *= *["'](?!en)|^from +\S+ +import +\*|\bexec(?:file)?\(/m;
const otherDomain = /^primary_domain *=/m;

/** Few enough letters apart that `typed` is no name of its own. */
function isSlip(typed: string, meant: string): boolean {
  const most = typed.length < 8 ? 1 : 2;
  return typed.length > 3 && editDistance(typed, meant, most) <= most;
}

function isWithin(inner: Directive, outer: Directive): boolean {
  return inner.span.source === outer.span.source && inner.span.start < outer.span.end;
}
