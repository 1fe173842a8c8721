import { type Change, reconsidered } from "../change.js";
import { type Lost, placeOf, type Side, type Unclear } from "../side.js";
import { type Beside, seenIn } from "./beside-document.js";

/** Both sides, with what one alone could not read as it is meant. */
export interface Cleared {
  readonly sides: { readonly old: Side; readonly new: Side };
  /** By operationId of each side: what of it was not read. */
  readonly operations: {
    readonly old: ReadonlyMap<string, Lost>;
    readonly new: ReadonlyMap<string, Lost>;
  };
}

/**
 * Adds to what is lost what one side could not read as it is meant, and the other could, or had not.
 * `beside` is what is different between the two, for which a document alone has to be asked.
 */
export function withUnclear(sides: Cleared["sides"], beside: Beside): Cleared {
  const [old, now] = [sides.old.evidence?.unclear, sides.new.evidence?.unclear];
  const own = {
    old: now === undefined ? seenIn(old ?? [], beside, "old") : without(old ?? [], now),
    new: old === undefined ? seenIn(now ?? [], beside, "new") : without(now ?? [], old),
  };
  return {
    sides: { old: withLost(sides.old, own.old), new: withLost(sides.new, own.new) },
    operations: { old: byOperation(own.old), new: byOperation(own.new) },
  };
}

/**
 * Those of `all` that are not among others as often, in the same file or of the same operations,
 * which may have moved to another file; lines move, so they do not count.
 */
function without(all: readonly Unclear[], others: readonly Unclear[]): readonly Unclear[] {
  const inFile = unmatched(all, others, ({ place }) => place);
  const elsewhere = unmatched(others, all, ({ place }) => place);
  return unmatched(inFile, elsewhere, ({ operations, place }) => operations.join(" ") || place);
}

function unmatched(
  all: readonly Unclear[],
  others: readonly Unclear[],
  place: (one: Unclear) => string,
): readonly Unclear[] {
  const keyOf = (one: Unclear) => JSON.stringify([one.code, place(one), one.message]);
  const left = new Map<string, number>();
  for (const one of others) left.set(keyOf(one), (left.get(keyOf(one)) ?? 0) + 1);
  return all.filter((one) => {
    const count = left.get(keyOf(one)) ?? 0;
    left.set(keyOf(one), count - 1);
    return count <= 0;
  });
}

function withLost(side: Side, unclear: readonly Unclear[]): Side {
  const lost = unclear.map(({ file, line, message }): Lost => ({
    file,
    ...(line !== undefined && { line }),
    message,
  }));
  return unclear.length === 0 ? side : { ...side, lost: [...side.lost, ...lost] };
}

function byOperation(unclear: readonly Unclear[]): ReadonlyMap<string, Lost> {
  return new Map(
    unclear
      .toReversed()
      .flatMap((one) => one.operations.map((operation) => [operation, one] as const)),
  );
}

/** What would break, were it not that something there was not read: then nobody knows. */
export function doubted(change: Change, lost: Lost | undefined): Change {
  if (lost === undefined || change.verdict !== "breaking") return change;
  return reconsidered(change, "unknown", `not all of it could be read: ${placeOf(lost)}`);
}
