import { KnownAnswers } from "../collections/known-answers.js";
import type { Operation, ParameterEntry } from "./reference.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { InferredBodies } from "./bodies/infer-bodies.js";
import { bodyFindings } from "./findings/body-findings.js";
import { entryFindings } from "./findings/entry-findings.js";
import { mediaTypeFindings } from "./findings/media-type-findings.js";
import { repeatedRows, shownHeaders } from "./findings/row-findings.js";
import { resourceFindings } from "./findings/resource-findings.js";
import { shownFindings } from "./findings/shown-findings.js";
import { Titles } from "./findings/title-findings.js";
import { respeltFinding } from "./findings/misspelt-rows.js";
import { KnownNames } from "./siblings/known-names.js";
import type { Respelt } from "./siblings/members/respell-rows.js";
import { unplacedLists } from "./sides/unplaced-lists.js";
import { statusFindings, urlFindings } from "./findings/url-findings.js";
import { versionFindings } from "./findings/version-findings.js";
import type { Inferences, InferredOperation } from "./model.js";

/** Everything that inference finds wrong or doubtful in the docs, operation by operation. */
export function reportFindings(
  operations: Inferences["operations"],
  bodies: ReadonlyMap<Operation, InferredBodies>,
  respelt: Respelt["slips"],
  known: KnownAnswers = new KnownAnswers(),
): readonly Diagnostic[] {
  const titles = new Titles();
  const entries = new Set<ParameterEntry>();
  const names = new KnownNames(operations.keys());
  const resources = resourceFindings(operations.values());
  return [...operations.values()].flatMap((inferred): readonly Diagnostic[] => {
    const { operation, chapter } = inferred;
    const all = bodies.get(operation);
    const slips = respelt.get(operation);
    const found = withoutTexts(all, inferred.texts);
    const apart = resources.get(operation);
    const about = { chapter: chapter.name, operation: operation.title.value };
    const told = (findings: readonly Diagnostic[]): readonly Diagnostic[] =>
      findings.map((finding) => ({ ...finding, ...about }));
    const own = known.ofAsking("findings", operation, [inferred, all, slips], names, (asked) => ({
      first: told([
        ...unplacedLists(operation),
        ...repeatedRows(operation),
        ...shownHeaders(inferred.rows),
        ...urlFindings(operation, inferred.rows),
        ...shownFindings(operation, inferred.rows),
        ...statusFindings(operation, inferred.implied),
        ...mediaTypeFindings(inferred),
        ...(slips ?? []).map(respeltFinding),
        ...(found === undefined ? [] : bodyFindings(operation, found, asked)),
      ]),
      last: told(versionFindings(inferred)),
    }));
    return [
      ...told(titles.findings(inferred)),
      ...own.first,
      ...told(found === undefined ? [] : entryFindings(found, entries)),
      ...told(apart === undefined ? [] : [apart]),
      ...own.last,
    ];
  });
}

/** What was made of rows and siblings, without the bodies that the docs show as texts. */
function withoutTexts(
  found: InferredBodies | undefined,
  texts: InferredOperation["texts"],
): InferredBodies | undefined {
  if (found === undefined || (texts.request ?? texts.response) === undefined) return found;
  return {
    request: texts.request === undefined ? found.request : undefined,
    response: texts.response === undefined ? found.response : undefined,
    findings: found.findings.filter(({ side }) => texts[side]?.ofRows !== false),
  };
}
