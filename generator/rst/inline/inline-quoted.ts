import type { Inline } from "./inline-nodes.js";
import { closing, opens, unescape } from "./inline-rules.js";

const roleBehind = /:([a-zA-Z][\w.+-]{0,60}(?::[\w.+-]{1,60}){0,3}):/y;

/** `text`, `text`_, `text`__, `text <url>`_, :role:`text`, `text`:role: */
export function readQuoted(
  text: string,
  quote: number,
  named: string | undefined,
  start: number,
  endless: Set<string>,
): Inline | undefined {
  if (endless.has("`") || !opens(text, quote, 1)) {
    if (named === undefined || endless.has("`")) return undefined;
  }
  let end = quote;
  for (;;) {
    end = text.indexOf("`", end + 1);
    if (end < 0) {
      endless.add("`");
      return undefined;
    }
    if (text.charAt(end - 1) === "\\" || end === quote + 1) continue;
    // A space before the last backquote ends a link all the same: its target may have been lost.
    const linking = /^__?(?!\w)/.test(text.slice(end + 1, end + 4));
    if (linking || !/\s/.test(text.charAt(end - 1))) break;
  }
  const content = text
    .slice(quote + 1, end)
    .replace(/\s+/g, " ")
    .trim();
  const behindRole = roleAt(text, end + 1);
  if (named !== undefined) {
    return { kind: "role", role: named, text: unescape(content), start, end: end + 1 };
  }
  const mark = /^__?(?!\w)/.exec(text.slice(end + 1, end + 4))?.[0];
  if (mark === undefined) {
    // `name`` was to be ``name``.
    const stray = behindRole === undefined && /^`(?!`)/.test(text.slice(end + 1, end + 3)) ? 1 : 0;
    const last = end + 1 + (behindRole?.length ?? stray);
    const roleName = behindRole?.slice(1, -1) ?? "";
    return { kind: "role", role: roleName, text: unescape(content), start, end: last };
  }
  const after = end + 1 + mark.length;
  const embedded = /^(.*?)\s*<([^<>]+)>$/.exec(content);
  if (embedded !== null && !content.endsWith("\\>")) {
    const [, words = "", inside = ""] = embedded;
    const address = inside.trim();
    const shown = unescape(words.trim()) || address.replace(/\s+/g, "");
    if (/[^\\]_$/.test(address) && !/[/:]/.test(address)) {
      const name = address.slice(0, -1);
      return {
        kind: "reference",
        text: shown,
        name,
        anonymous: false,
        quoted: true,
        start,
        end: after,
      };
    }
    const whole = unescape(address.replace(/\s+/g, ""));
    return { kind: "link", text: shown, url: whole, start, end: after };
  }
  const shown = unescape(content);
  const anonymous = mark === "__";
  return {
    kind: "reference",
    text: shown,
    name: shown,
    anonymous,
    quoted: true,
    start,
    end: after,
  };
}

function roleAt(text: string, at: number): string | undefined {
  roleBehind.lastIndex = at;
  return roleBehind.exec(text)?.[0];
}

export function readInnerTarget(
  text: string,
  at: number,
  endless: Set<string>,
): Inline | undefined {
  if (endless.has("`")) return undefined;
  const end = closing(text, at + 3, "`");
  if (end < 0) {
    endless.add("`");
    return undefined;
  }
  return { kind: "text", text: unescape(text.slice(at + 2, end)), start: at, end: end + 1 };
}
