import type * as said from "../../apiref/model.js";
import type { ApiReference, Operation, Side, SideEvidence } from "../reference.js";
import { KnownAnswers } from "../../collections/known-answers.js";
import { count, first } from "../votes/vote.js";
import { placeLists } from "./unplaced-lists.js";
import type { SideVote, UnnamedSideRule } from "./side-vote.js";

/** The rules by which samples get their sides. */
export interface SideRules {
  readonly side: readonly SideVote[];
  readonly unnamedSide: readonly UnnamedSideRule[];
}

/** The reference with the side of each sample and of each list, decided for each by itself. */
export function decideSides(
  reference: said.ApiReference,
  rules: SideRules,
  known: KnownAnswers = new KnownAnswers(),
): ApiReference {
  const chapters = reference.chapters.map((chapter) => ({
    ...chapter,
    operations: chapter.operations.map((operation) =>
      known.of("sides", operation, [], (): Operation => ({
        ...operation,
        ...placeLists(operation),
        samples: operation.samples.map((link) => ({ ...link, ...sideOf(rules, link.evidence) })),
      })),
    ),
  }));
  return { ...reference, chapters };
}

/** The side that a sample shows, and the rule that decided it. Where nothing tells, it is an answer. */
export function sideOf(
  { side, unnamedSide }: SideRules,
  evidence: SideEvidence,
): { readonly side: Side; readonly by: string } {
  const candidates = count(side, evidence);
  const weightOf = (wanted: Side) => candidates.find(({ answer }) => answer === wanted);
  const [request, response] = [weightOf("request"), weightOf("response")];
  const most = (request?.weight ?? 0) > (response?.weight ?? 0) ? request : response;
  if (most !== undefined) return { side: most.answer, by: most.votes[0]?.vote ?? "" };
  const decided = first(unnamedSide, evidence);
  return { side: decided?.said ?? "response", by: decided?.rule ?? "nothing" };
}
