import { canonicalJson } from "../../openapi/canonical.js";
import type { Listed } from "../operations/listed.js";
import type { Lost, Unclear } from "../side.js";

/** What is different between two sides, as far as it may come of slips of one of them. */
export interface Beside {
  /** What OLD alone has, and what NEW alone has. */
  readonly only: { readonly old: readonly Listed[]; readonly new: readonly Listed[] };
  /** Operations that both have, and of which something was found to be different. */
  readonly different: readonly { readonly old: Listed; readonly new: Listed }[];
}

/**
 * The slips of docs that count beside a document. Whether the docs that it was made of had them, too,
 * nobody knows; but what a slip hides, such a document lacks as well. So one counts where the
 * document has what the docs have not: an operation that may have stood there, a sample, or else
 * where the operation that it is of is not the same.
 */
export function seenIn(
  unclear: readonly Unclear[],
  { only, different }: Beside,
  side: "old" | "new",
): readonly Unclear[] {
  const other = side === "old" ? "new" : "old";
  const hiding = new Set(only[other].flatMap((gone) => hidingOf(gone, unclear)));
  const changed = new Map(
    different.map((pair) => [
      pair[side].model.operationId,
      { lacksSample: lacks(pair[side], pair[other]) },
    ]),
  );
  return unclear.filter((one) => {
    if (hiding.has(one)) return true;
    // What stands in no operation, and is known to be of none, may be of any.
    const isAny = one.operations.length === 0 && one.hides !== "operations";
    const seen = isAny
      ? [...changed.values()]
      : one.operations.flatMap((id) => changed.get(id) ?? []);
    return seen.some(({ lacksSample }) => one.hides !== "samples" || lacksSample);
  });
}

/** What may hide an operation: slips of its file, else those that stand in no operation. */
function hidingOf({ model }: Listed, unclear: readonly Unclear[]): readonly Unclear[] {
  const all = unclear.filter(({ hides }) => hides === "operations");
  const file = model.source?.file;
  if (file === undefined) return all;
  const own = all.filter((one) => isAbout(one, file));
  return own.length > 0 ? own : all.filter(({ operations }) => operations.length === 0);
}

/** Whether what was not read is in the file, whose name may lack folders, or names it. */
export function isAbout({ file: at, message }: Lost, file: string): boolean {
  return at.endsWith(file) || message.includes(file);
}

/** Whether the other shows what no sample of this one does. */
function lacks({ samples: own }: Listed, { samples: others }: Listed): boolean {
  return (["request", "answer"] as const).some((part) => {
    const shown = new Set(own[part].map((sample) => canonicalJson(sample)));
    return others[part].some((sample) => !shown.has(canonicalJson(sample)));
  });
}
