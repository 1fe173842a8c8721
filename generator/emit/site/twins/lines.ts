/** Words in a line of Markdown, whose marks mean nothing. */
export function plain(words: string): string {
  return oneLine(words).replace(/[\\`*_{}[\]<>#|~]/g, "\\$&");
}

/** Words as code in a line. */
export function code(words: string): string {
  const text = oneLine(words);
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = "`".repeat(longest + 1);
  return longest === 0 ? `\`${text}\`` : `${fence} ${text} ${fence}`;
}

/** Code of several lines, which no line of it ends. */
export function block(text: string, language: string): string {
  const longest = Math.max(2, ...(text.match(/^`+/gm) ?? []).map(({ length }) => length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

/** CommonMark below a heading of this level: its own headings come below it. */
export function below(markdown: string | undefined, level: number): string {
  let fenced = false;
  const lines = (markdown ?? "").trim().split("\n");
  return lines
    .map((line) => {
      if (/^ {0,3}(?:```|~~~)/.test(line)) fenced = !fenced;
      const [, marks = "", rest = ""] = fenced ? [] : (/^(#{1,6})(\s.*)$/.exec(line) ?? []);
      return marks === "" ? line : "#".repeat(Math.min(6, marks.length + level)) + rest;
    })
    .join("\n");
}

/** CommonMark as the rest of a list item. */
export function hanging(markdown: string, indent: string): string {
  return markdown.trim().replace(/\n(?=.)/g, `\n${indent}`);
}

function oneLine(words: string): string {
  return words.replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, " ").trim();
}
