import { remembering } from "../../collections/remembering.js";

/** From which states of its resource to which an operation leads, where its words say both plainly. */
export interface Transition {
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** A state as docs write it, `ACTIVE`, and several of them: `A`, `B`, or `C`. */
const state = "`[A-Za-z][\\w-]*`";
const states = `(${state}(?:(?:,? (?:and|or) |, )${state})*)`;

/** The state of the resource itself: `status`, `volume status`, not `migration_status`. */
const status = "(?:[Tt]he )?(?:[Ss]tatus of the \\w+|(?:\\w+ ){0,2}`?[Ss]tatus`?)";

/** Behind a list of states: the end of the sentence, or what has to be as well. Not: or else. */
const end = "(?:\\.?$|,? and )";

/** Sentences that say in which states a request is taken. */
const before: readonly RegExp[] = [
  new RegExp(`^${status} must be (?:either |in )?${states}${end}`),
  new RegExp(
    `^You can only [\\w -]+ (?:when|where|if) (?:its|the(?: \\w+)?) status is ${states}${end}`,
  ),
  new RegExp(`^[Tt]he \\w+ must have the status ${states}${end}`),
];

/** Sentences that say in which state the resource is afterwards. */
const after: readonly RegExp[] = [
  new RegExp(`\\b(?:its|the(?: \\w+)?) status (?:will )?(?:changes?|returns?) to ${states}`),
  new RegExp(`\\bchanges (?:its|the(?: \\w+)?) status to ${states}`),
  new RegExp(`^A successfully [\\w -]+ shows a ${states} status\\b`),
  new RegExp(`^A successfully [\\w -]+ shows a status of ${states}`),
];

/** What holds in some cases only; that a request succeeds is no such case. */
const conditional =
  /^(?:If|Unless|Otherwise|When|Prior|Before|Starting)\b(?! (?:successful|the request (?:succeeds|is (?:successful|processed successfully)))\b)/;

/**
 * Reads the prose of an operation, as CommonMark. `undefined` where it does not say both: what a
 * picture would show of it would be half a truth. Sentences that hold under a condition are passed
 * by, so that nothing is said of one case that belongs to another.
 */
export const transitionIn = remembering((markdown): Transition | undefined => {
  const sentences = sentencesOf(markdown).filter((sentence) => !conditional.test(sentence));
  const from = statesIn(sentences, before);
  const to = statesIn(sentences, after);
  return from.length === 0 || to.length === 0 ? undefined : { from, to };
});

function statesIn(sentences: readonly string[], forms: readonly RegExp[]): readonly string[] {
  const lists = sentences.flatMap((sentence) =>
    forms.flatMap((form) => form.exec(sentence)?.[1] ?? []),
  );
  const names = lists.flatMap((list) => [...list.matchAll(/`([^`]*)`/g)]);
  return [...new Set(names.flatMap(([, name = ""]) => name))];
}

/** Sentences of paragraphs and of items of lists, each on one line. */
function sentencesOf(markdown: string): readonly string[] {
  return markdown
    .split(/\n\s*\n|\n(?=\s*(?:[-*+]|\d+[.)]) )/)
    .map((part) =>
      part
        .replace(/^\s*(?:>\s*)*(?:[-*+]|\d+[.)]) /, "")
        .replace(/\s+/g, " ")
        .trim(),
    )
    .flatMap((part) => part.split(/(?<=[.!?]) (?=[A-Z])/));
}
