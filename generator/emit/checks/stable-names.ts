/** What Ajv declares at the top of standalone code, by numbers that count through all of it. */
const declared = /^(?:const|let|function) ((?:validate|schema|formats|pattern|func|keyword)\d+)\b/;
const exported = /^export const (\w+) = \w+;$/;

/** String literals, which stay, or names that are not members of something. */
const names = /"(?:[^"\\]|\\.)*"|(?<![.\w$])[a-z]+\d+\b/g;

/**
 * Standalone code of Ajv with names that count anew behind each export, so that a new check leaves
 * the code of all others as it is: `validate37` becomes `validate1_listUsagesQuery`.
 */
export function stableNames(lines: readonly string[]): readonly string[] {
  const renamed = new Map<string, string>();
  let owner = "";
  let counts = new Map<string, number>();
  for (const line of lines) {
    const name = exported.exec(line)?.[1];
    if (name !== undefined) {
      owner = name;
      counts = new Map();
    }
    const old = declared.exec(line)?.[1];
    if (old === undefined || owner === "") continue;
    const kind = old.replace(/\d+$/, "");
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    renamed.set(old, `${kind}${count}_${owner}`);
  }
  return lines.map((line) => line.replace(names, (word) => renamed.get(word) ?? word));
}
