import type { Operation, Prose } from "../reference.js";
import { type Diagnostic, report } from "../../diagnostics/diagnostic.js";
import { limitNotResolved } from "../../diagnostics/rules/limit-not-resolved.js";
import type { Bounds } from "../../versions/versions.js";
import { type Limit, limitsIn, sentencesOf } from "./sentence.js";
import { type Place, resolveSubject, speaksOfOperations } from "./subject.js";

type Passage = Prose["passages"][number];

/** What a sentence says of some operations. */
export interface Claim {
  readonly operations: readonly Operation[];
  readonly bounds: Bounds;
}

/** The limits that a description states, and the sentences whose subject is not to be found. */
export function claimsIn(
  prose: Prose,
  place: Place,
): { readonly claims: readonly Claim[]; readonly diagnostics: readonly Diagnostic[] } {
  const claims: Claim[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const passage of prose.passages) {
    if (!/\d\.\d/.test(passage.value)) continue;
    let previous: string | undefined;
    for (const sentence of textsOf(passage)) {
      for (const found of limitsIn(sentence)) {
        const limit = isAfterthought(found, previous) ? { ...found, subject: "" } : found;
        const meaning = resolveSubject(limit.subject, place);
        if (meaning.kind === "unresolved") {
          diagnostics.push(report(limitNotResolved, passage.span, { subject: meaning.subject }));
        } else if (
          meaning.kind === "operations" ||
          (meaning.kind === "pronoun" && isPlain(limit, passage, previous, place))
        )
          claims.push({ operations: meaning.operations, bounds: limit.bounds });
      }
      previous = sentence;
    }
  }
  return { claims, diagnostics };
}

/**
 * The sentences of a passage. `New in version 2.5: Added the tags.` speaks of what follows the
 * colon; `New in version 2.5: Added this API.` speaks of the operation all the same.
 */
function textsOf({ value }: Passage): readonly string[] {
  const [, directive, more] =
    /^((?:New|Changed|Deprecated since|Removed) (?:in )?version \S+?): ([^]*)$/.exec(value) ?? [];
  if (directive === undefined || more === undefined) return sentencesOf(value);
  const whole =
    /^(?:(?:added|introduced|removed|new)(?: (?:this|the) (?:new )?(?:[\w-]+ ){0,4}(?:api|call|operation|action|method)s?)?|(?:(?:this|these|the) )?(?:new )?(?:[\w-]+ ){0,4}(?:api|call|operation|action|method)s?(?: (?:is|are|was|were|has been|have been) (?:added|introduced|new|available|removed))?)\.?$/i;
  return [...(whole.test(more.trim()) ? [directive] : []), ...sentencesOf(more)];
}

/** What an operation has, and what may be new without it. */
const parts =
  /\b(?:parameter|field|option|flag|header|attribute|key|value|property|filter|argument)s?\b/i;

/** `Lists all filters, available since 2.5.`: what a first sentence says that the operation does. */
function isAfterthought({ subject, says }: Limit, previous: string | undefined): boolean {
  return (
    says === "there" &&
    previous === undefined &&
    /^(?:lists?|gets?|shows?|creates?|updates?|deletes?|sets?|unsets?|returns?|retrieves?|displays?|adds?|removes?|resets?|starts?|stops?|manages?|unmanages?|accepts?|cancels?|checks?|replaces?)\s[^,;]*,$/i.test(
      subject,
    ) &&
    !/\b(?:by|with|using|including|which|that)\b/i.test(subject)
  );
}

/** A subject that only points, or none at all, must have nothing else to point at. */
function isPlain(
  limit: Limit,
  passage: Passage,
  previous: string | undefined,
  place: Place,
): boolean {
  if (passage.listed === true) return false;
  if (limit.says === "fails") return true;
  if (limit.subject === "") return previous === undefined || !parts.test(previous);
  return previous !== undefined && speaksOfOperations(previous, place);
}
