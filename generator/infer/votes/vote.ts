import { weights, type WeightName } from "./weights.js";

/** Docs in which a rule decides: with it the answer is `gives`, without it another. */
export interface Example<Asked, Answer> {
  /** The docs in a few words, with names of our own. */
  readonly docs: string;
  /** What is known of them where the question is asked. */
  readonly facts: Asked;
  readonly gives: Answer;
}

/**
 * A rule of inference: one reason for one answer to one question. It reads facts and says something
 * of them; it knows no other rule, changes nothing, and looks nothing up.
 */
export interface Rule<Facts, Said, Answer, Asked = Facts> {
  /** Unique in its list. */
  readonly name: string;
  /** One sentence: why what it says is so, in any docs. */
  readonly why: string;
  readonly example: Example<Asked, Answer>;
  /** Why it stays, though it moves one of the real trees at most: a rule of English, JSON or os-api-ref. */
  readonly kept?: string;
  readonly says: (facts: Facts) => Said;
}

/** A rule that does not decide alone: what it says counts as much as its weight. */
export interface Vote<Facts, Said, Answer, Asked = Facts> extends Rule<Facts, Said, Answer, Asked> {
  readonly weight: WeightName;
}

/** What a vote is cast for, and which share of its weight, where not all of it. */
export interface Ballot<Answer> {
  readonly for: Answer;
  readonly share?: number;
}

/** A vote that was cast: what it counted for an answer. */
export interface Cast {
  readonly vote: string;
  readonly weight: number;
}

/** An answer with the votes that it got. */
export interface Candidate<Answer> {
  readonly answer: Answer;
  readonly weight: number;
  readonly votes: readonly Cast[];
}

/**
 * The answers that got votes, in the order in which the list of votes comes to them: of two that
 * weigh the same, the one that the earlier vote names stands first.
 */
export function count<Facts, Answer>(
  votes: readonly Vote<Facts, readonly Ballot<Answer>[], unknown>[],
  facts: Facts,
): readonly Candidate<Answer>[] {
  const candidates = new Map<Answer, { weight: number; votes: Cast[] }>();
  for (const vote of votes)
    for (const { for: answer, share = 1 } of vote.says(facts)) {
      const weight = weights[vote.weight] * share;
      const known = candidates.get(answer) ?? { weight: 0, votes: [] };
      known.weight += weight;
      known.votes.push({ vote: vote.name, weight });
      candidates.set(answer, known);
    }
  return [...candidates].map(([answer, counted]) => ({ answer, ...counted }));
}

/** The candidate with the greatest weight above 0; of two alike the first. */
export function heaviest<Answer>(
  candidates: readonly Candidate<Answer>[],
): Candidate<Answer> | undefined {
  let best: Candidate<Answer> | undefined;
  for (const each of candidates) if (each.weight > (best?.weight ?? 0)) best = each;
  return best;
}

/** The first rule of a list that says something, and what it says. */
export function first<Facts, Said, Answer>(
  rules: readonly Rule<Facts, Said | undefined, Answer>[],
  facts: Facts,
): { readonly rule: string; readonly said: Said } | undefined {
  for (const { name, says } of rules) {
    const said = says(facts);
    if (said !== undefined) return { rule: name, said };
  }
  return undefined;
}
