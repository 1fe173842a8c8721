import { type Outcome, report } from "../../diagnostics/diagnostic.js";
import { noStatusCode } from "../../diagnostics/rules/no-status-code.js";
import { stanzaInCode } from "../../diagnostics/rules/stanza-in-code.js";
import { stanzaInExample } from "../../diagnostics/rules/stanza-in-example.js";
import type { SourceId } from "../../diagnostics/span.js";
import type { MarkdownContext } from "../../rst/inline/context.js";
import { descriptionBlocks } from "../description.js";
import { plainWords } from "../events.js";
import type { Library } from "../library.js";
import type { Operation, Remark } from "../model.js";
import { headSpan, PartsReader } from "./operation-parts.js";
import type { Scope } from "./operation-scope.js";
import { proseOf } from "../prose/prose.js";
import { readRestMethod } from "../stanzas/rest-method.js";
import { changesOf } from "../version-changes.js";
import { type Namesakes, namesakesOf, sideOfWords } from "../files/sides.js";
import { saysDeprecated, titleOf } from "../prose/titles.js";

/** Reads the operation of one scope; `undefined`, with a finding, when its stanza has no URL. */
export function readOperation(
  scope: Scope,
  document: SourceId,
  context: MarkdownContext,
  library: Library,
): Outcome<Operation | undefined> {
  const { directive, chain, which } = scope.method;
  const method = readRestMethod(directive, which);
  if (!method.value) return { value: undefined, diagnostics: method.diagnostics };
  const { count: _count, elsewhere, deprecated, ...call } = method.value;
  const standing = { document, source: directive.span.source };
  const title = scope.section
    ? { value: titleOf(scope.section), span: scope.section.titleSpan }
    : untitled(method.value);
  const ancestors = chain.slice(0, -1).map(titleOf);
  const namesakes = namesakesOf(method.value, [...ancestors, title.value]);
  const parts = new PartsReader(
    scope,
    standing,
    library,
    method.value.method.value,
    namesakes,
    context,
  );
  parts.read();
  const { codes } = parts;
  const diagnostics = [...method.diagnostics, ...parts.diagnostics, ...codes.diagnostics];
  for (const { directive: shown } of scope.examples)
    diagnostics.push(report(stanzaInExample, headSpan(shown), { title: title.value }));
  for (const { directive: shown } of scope.inCode)
    diagnostics.push(report(stanzaInCode, headSpan(shown), { title: title.value }));
  if (codes.statuses.length === 0) {
    const about = { title: title.value, line: codes.statusLine };
    diagnostics.push(report(noStatusCode, headSpan(directive), about));
  }
  const value: Operation = {
    span: directive.span,
    ...standing,
    ...call,
    urlQuery: [...method.value.urlQuery, ...queryOfExamples(scope, method.value.urlQuery)],
    title,
    ancestors,
    description: proseOf(descriptionBlocks(scope), context),
    deprecated: deprecated || [title.value, ...ancestors].some(saysDeprecated),
    request: withoutRows(parts.lists.request, elsewhere),
    response: parts.lists.response,
    statuses: codes.statuses,
    samples: parts.samples,
    remarks: remarksOf(scope, namesakes),
    changes: changesOf(scope, namesakes),
  };
  return { value, diagnostics };
}

/** Without the parts of a path that only another URL of the stanza has. */
function withoutRows(
  lists: Operation["request"],
  elsewhere: readonly string[],
): Operation["request"] {
  if (elsewhere.length === 0) return lists;
  return lists.map((list) => ({
    ...list,
    rows: list.rows.filter(
      ({ name, entry }) => entry?.in !== "path" || !elsewhere.includes(name.value),
    ),
  }));
}

/** Query parameters that only stanzas in its examples have. */
function queryOfExamples({ examples }: Scope, own: Operation["urlQuery"]): Operation["urlQuery"] {
  const known = new Set(own.map(({ name }) => name));
  return examples
    .flatMap(({ directive }) => readRestMethod(directive).value?.urlQuery ?? [])
    .filter(({ name }) => !known.has(name) && known.add(name));
}

/** The paragraphs whose nearest heading names a side. */
function remarksOf({ parts }: Scope, namesakes: Namesakes): readonly Remark[] {
  return parts.flatMap(({ event, titles }) => {
    if (event.kind !== "paragraph") return [];
    const side = titles
      .map((heading) => sideOfWords(heading, namesakes))
      .findLast((found) => found !== undefined);
    return side === undefined ? [] : [{ side, words: plainWords(event.lines) }];
  });
}

/** What stands for a heading where there is none: the words of the stanza. */
function untitled({ method, url }: Pick<Operation, "method" | "url">): Operation["title"] {
  if (method.span.start >= url.span.start) return url;
  return {
    value: `${method.value} ${url.value}`,
    span: { ...url.span, start: method.span.start },
  };
}
