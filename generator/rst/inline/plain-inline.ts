const mark = /[`*]/g;

/**
 * Whether `text` surely has no other inline markup than literals and strong text that docutils
 * reads as such, as nearly all prose. Asked first, since it costs little beside reading strictly.
 */
export function isPlain(text: string): boolean {
  // A name_ or [1]_ refers to something; a bar or a backslash may do anything.
  if (/[|\\]|_(?![\w`])/.test(text)) return false;
  mark.lastIndex = 0;
  for (let match = mark.exec(text); match !== null; match = mark.exec(text)) {
    const at = match.index;
    const sign = text.charAt(at);
    const next = text.charAt(at + 1);
    // Times, or an asterisk at the end.
    if (sign === "*" && at > 0 && (next === " " || next === "")) continue;
    if (next !== sign || !/[\w{<$/.#@+-]/.test(text.charAt(at + 2))) return false;
    const end = text.indexOf(sign + sign, at + 3);
    if (end < 0 || /\s/.test(text.charAt(end - 1))) return false;
    if (at > 0 && !" \n(\"'/-:[{".includes(text.charAt(at - 1))) return false;
    if (!" \n.,;:)\"'/-]}!?".includes(text.charAt(end + 2))) return false;
    mark.lastIndex = end + 2;
  }
  return true;
}
