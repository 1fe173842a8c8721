import { sameWord } from "../../english/number.js";
import type { Chapter } from "../reference.js";

/**
 * What tells a chapter from the others, in few words, for the name of an operation whose title
 * stands in several: without what most chapters begin with (`baremetal-api-v1-ports` → `ports`), and
 * at the end without what the name has already (`List Export Locations` in
 * `share-replica-export-locations` → `share-replica`). One word alone may say too little: a lead has
 * two at least, and two are left.
 */
export function chapterWords(
  chapters: readonly Chapter[],
): (chapter: Chapter, title: string) => string {
  const lead = leadOf(chapters.map(({ name }) => wordsIn(name)));
  return (chapter, title) => {
    const all = wordsIn(chapter.name);
    const own = startsWith(all, lead) && all.length > lead.length ? all.slice(lead.length) : all;
    const said = wordsIn(title);
    const last = own.findLastIndex((word) => !said.some((one) => sameWord(one, word)));
    return (last < 1 ? own : own.slice(0, last + 1)).join(" ");
  };
}

/** The longest run of two words or more that more than half of at least three chapters begin with. */
function leadOf(all: readonly (readonly string[])[]): readonly string[] {
  const counts = new Map<string, { readonly words: readonly string[]; count: number }>();
  for (const words of all)
    for (let length = 2; length < words.length; length += 1) {
      const run = words.slice(0, length);
      const known = counts.get(run.join(" ")) ?? { words: run, count: 0 };
      counts.set(run.join(" "), known);
      known.count += 1;
    }
  const shared = [...counts.values()].filter(({ count }) => count > 2 && count > all.length / 2);
  return shared.reduce<readonly string[]>(
    (longest, { words }) => (words.length > longest.length ? words : longest),
    [],
  );
}

function startsWith(words: readonly string[], lead: readonly string[]): boolean {
  return lead.every((word, index) => words[index] === word);
}

function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
