import { KnownAnswers } from "../../collections/known-answers.js";
import type { ApiReference, Operation, Side } from "../reference.js";

/** By side, the methods that what is said below several stanzas is not about, where others share it. */
const unmeant: Readonly<Record<Side, { readonly of: RegExp; readonly unlike: RegExp }>> = {
  // The content of a GET, HEAD or DELETE means nothing (RFC 9110, 9.3): it is that of the others.
  request: { of: /^(?:GET|HEAD|DELETE)$/, unlike: /^(?:POST|PUT|PATCH)$/ },
  // A DELETE usually answers nothing; what is shown is what a GET gives, or a PUT.
  response: { of: /^DELETE$/, unlike: /^(?:GET|POST|PUT|PATCH)$/ },
};

/**
 * The reference with what stanzas of several methods in a row share given to those alone that it can
 * be about: a sample below `GET /boxes/{id}` and `DELETE /boxes/{id}` is what the GET answers.
 */
export function sharedAside(
  reference: ApiReference,
  known: KnownAnswers = new KnownAnswers(),
): ApiReference {
  const chapters = reference.chapters.map((chapter) => {
    const sharing = sharersOf(chapter.operations);
    if (sharing.size === 0) return chapter;
    const operations = chapter.operations.map((operation) => {
      const others = sharing.get(operation);
      return others === undefined
        ? operation
        : known.of("own of shared", operation, others, () => ownOf(operation, others));
    });
    return { ...chapter, operations };
  });
  return { ...reference, chapters };
}

/** Operations whose lists and samples are those of others, too, and the others. */
function sharersOf(operations: readonly Operation[]): ReadonlyMap<Operation, readonly Operation[]> {
  const byPlace = new Map<string, Operation[]>();
  for (const operation of operations) {
    const [first] = [...operation.samples, ...operation.request, ...operation.response];
    if (first === undefined) continue;
    const place = `${first.span.source}\0${first.span.start}`;
    byPlace.set(place, [...(byPlace.get(place) ?? []), operation]);
  }
  const groups = [...byPlace.values()].filter((group) => group.length > 1);
  return new Map(
    groups.flatMap((group) =>
      group.map((each) => [each, group.filter((other) => other !== each)] as const),
    ),
  );
}

function ownOf(operation: Operation, others: readonly Operation[]): Operation {
  const isNotOf = (side: Side): boolean =>
    unmeant[side].of.test(operation.method.value) &&
    others.some(({ method }) => unmeant[side].unlike.test(method.value));
  const withoutBody = (lists: Operation["request"]): Operation["request"] =>
    lists.map((list) => ({
      ...list,
      rows: list.rows.filter(({ entry }) => entry?.in !== "body"),
    }));
  return {
    ...operation,
    request: isNotOf("request") ? withoutBody(operation.request) : operation.request,
    response: isNotOf("response") ? withoutBody(operation.response) : operation.response,
    samples: operation.samples.filter(({ side }) => !isNotOf(side)),
  };
}
