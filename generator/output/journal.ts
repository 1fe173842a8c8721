/**
 * What an unfinished run meant to write: paths, each with the digests that it may have there.
 *
 * It is written before anything else and removed last. After a kill every file is whole, old or
 * new; the journal says which new ones are ours though no manifest names them yet, and that the
 * set is not complete. The next run takes its claims over into its own journal, compares with the
 * disk as always, and so finishes what was interrupted, or undoes it where the docs have changed.
 */
export type Journal = ReadonlyMap<string, readonly string[]>;

export function journalText(journal: Journal): string {
  return `${JSON.stringify(Object.fromEntries(journal))}\n`;
}

/** Reads a journal; one that cannot be read claims nothing. */
export function parseJournal(text: string): Journal {
  const claims = new Map<string, readonly string[]>();
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read !== "object" || read === null) return claims;
    for (const [path, digests] of Object.entries(read)) {
      if (Array.isArray(digests)) claims.set(path, digests.map(String));
    }
  } catch {
    return claims;
  }
  return claims;
}

/** The claims of both. */
export function joinJournals(
  earlier: Journal,
  now: readonly (readonly [string, string])[],
): Journal {
  const claims = new Map(earlier);
  for (const [path, digest] of now) {
    claims.set(path, [...new Set([...(claims.get(path) ?? []), digest])]);
  }
  return claims;
}
