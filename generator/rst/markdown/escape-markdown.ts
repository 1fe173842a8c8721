/**
 * Words as CommonMark that shows just these words. Only what would be markup where it stands is
 * escaped: `snake_case`, `2 * 3` and `[0]` stay as they are.
 */
export function escapeMarkdown(words: string): string {
  return words.replace(
    /\\(?=[!-/:-@[-`{-~\n]|$)|`|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|\*|<(?=[a-zA-Z/!?])|&(?=#?\w{1,40};)|\](?=[([])|~(?=~)|(?<=~)~/gu,
    (mark, offset: number) => {
      if (mark === "*" && isSpace(words.charAt(offset - 1)) && isSpace(words.charAt(offset + 1))) {
        return mark;
      }
      if (mark === "_" && isSpace(words.charAt(offset - 1)) && isSpace(words.charAt(offset + 1))) {
        return mark;
      }
      return `\\${mark}`;
    },
  );
}

function isSpace(character: string): boolean {
  return character === "" || /\s/.test(character);
}

/** A finished line whose first characters would begin a block: a heading, a list, a quote, a rule. */
export function escapeLineStart(line: string): string {
  return line
    .replace(
      /^(\s*)(#{1,6}(?=\s|$)|>|[-+*](?=\s|$)|=+\s*$|-+\s*$|~{3,}|(?=[-:|\s]*\|)(?=[|:\s]*-)[-:|][-:|\s]*$)/,
      "$1\\$2",
    )
    .replace(/^(\s*\d{1,9})([.)])(?=\s|$)/, "$1\\$2")
    .replace(/^(\s*)\[(?=[^\]]*\]:)/, "$1\\[");
}

/** Inline code: as many backquotes around it as it needs. */
export function codeSpan(words: string): string {
  let longest = 0;
  for (const [run] of words.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  if (longest === 0) return words.trim() === "" ? words : `\`${words}\``;
  const fence = "`".repeat(longest + 1);
  return `${fence} ${words} ${fence}`;
}

/** A code block: a fence longer than any in it. */
export function fenced(lines: readonly string[], language = ""): string {
  let length = 3;
  for (const line of lines) {
    const run = /^\s*(`{3,})/.exec(line)?.[1];
    if (run !== undefined) length = Math.max(length, run.length + 1);
  }
  const fence = "`".repeat(length);
  const info = /^[\w+#.-]{1,40}$/.test(language) ? language : "";
  return [`${fence}${info}`, ...lines, fence].join("\n");
}

/** `[words](url)`, or `<url>` where both are the same. */
export function markdownLink(words: string, url: string): string {
  const address = url.replace(/[\s<>\\]/g, (character) => encodeURIComponent(character));
  if (words === url && /^[a-z][a-z0-9+.-]{1,31}:/i.test(url)) return `<${address}>`;
  const target = /[()]/.test(address) || address === "" ? `<${address}>` : address;
  return `[${escapeMarkdown(words).replace(/[[\]]/g, "\\$&")}](${target})`;
}
