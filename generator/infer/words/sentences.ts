/** The sentences of prose, and what semicolons part, each on one line; where none ends, all of it. */
export function sentencesOf(prose: string): readonly string[] {
  return prose.replace(/\s+/g, " ").split(/(?<=[.!?;]) (?=\S)/);
}
