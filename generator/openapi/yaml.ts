import { causeOf } from "../collections/cause.js";
import type { KnownTexts } from "../collections/known-texts.js";
import { remembering } from "../collections/remembering.js";
import { type PartNames, partNames } from "./parts.js";

/**
 * A JSON value as YAML that readers of YAML 1.1 and of 1.2 understand alike: block style, no
 * anchors, and quotes around every string that one of them would take for something else (`on`,
 * `2.10`, dates). The general writer of the yaml package takes seconds for a large document, and
 * leaves `=` and U+2028 as they are, which 1.1 reads as a tag and as the end of a line.
 */
export function toYaml(value: unknown): string {
  const out: string[] = [];
  write(out, value, "", "");
  return out.join("");
}

/** The same of a whole document, part by part: paths and schemas that are as before have their texts. */
export function documentYaml(document: object, texts: KnownTexts): string {
  const out: string[] = [];
  writeParts(out, document, "", partNames, texts);
  return out.join("");
}

function writeParts(
  out: string[],
  value: object,
  indent: string,
  named: PartNames | "each",
  texts: KnownTexts,
): void {
  for (const [name, member] of Object.entries(value)) {
    if (member === undefined) continue;
    const inner = named === "each" ? undefined : Object.hasOwn(named, name) && named[name];
    const lines: string[] = [];
    writeKey(lines, name, indent, indent);
    if (inner && typeof member === "object" && member !== null && !isEmpty(member)) {
      out.push(...lines, "\n");
      writeParts(out, member, `${indent}  `, inner, texts);
      continue;
    }
    const make = (): string => {
      writeMember(lines, member, indent);
      return lines.join("");
    };
    if (named === "each") out.push(texts.text(`yaml${indent}`, [name, causeIn(member)], make));
    else out.push(make());
  }
}

function causeIn(member: unknown): string {
  return typeof member === "object" && member !== null ? causeOf(member) : JSON.stringify(member);
}

/** Writes `value` behind `lead`, which is what stands before it on its line: a key or a dash. */
function write(out: string[], value: unknown, indent: string, lead: string): void {
  if (Array.isArray(value)) writeList(out, value, indent, lead);
  else if (typeof value === "object" && value !== null) writeMap(out, value, indent, lead);
  else out.push(lead, scalar(value, indent), "\n");
}

function writeMap(out: string[], value: object, indent: string, lead: string): void {
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  if (members.length === 0) {
    out.push(lead, "{}\n");
    return;
  }
  // Behind a dash, the first member stands on the line of the dash.
  let before = lead.endsWith("- ") ? lead : indent;
  if (lead !== "" && before !== lead) out.push(lead.trimEnd(), "\n");
  for (const [name, member] of members) {
    writeKey(out, name, before, indent);
    before = indent;
    writeMember(out, member, indent);
  }
}

function writeKey(out: string[], name: string, before: string, indent: string): void {
  const key = name.length < 1000 ? keyText(name) : undefined;
  // YAML allows 1024 characters before the colon of a simple key.
  if (key === undefined) out.push(before, "? ", quoted(name), "\n", indent, ":");
  else out.push(before, key, ":");
}

function writeMember(out: string[], member: unknown, indent: string): void {
  if (isEmpty(member)) out.push(Array.isArray(member) ? " []\n" : " {}\n");
  else if (Array.isArray(member)) {
    out.push("\n");
    writeList(out, member, `${indent}  `, "");
  } else if (typeof member === "object" && member !== null) {
    out.push("\n");
    writeMap(out, member, `${indent}  `, "");
  } else out.push(" ", scalar(member, `${indent}  `), "\n");
}

function writeList(out: string[], value: readonly unknown[], indent: string, lead: string): void {
  if (value.length === 0) {
    out.push(lead, "[]\n");
    return;
  }
  let before = lead.endsWith("- ") ? lead : indent;
  for (const item of value) {
    write(out, item, `${indent}  `, `${before}- `);
    before = indent;
  }
}

function isEmpty(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}

function scalar(value: unknown, indent: string): string {
  if (typeof value === "string") return block(value, indent) ?? text(value);
  // 1e+21 is a number to YAML 1.2 alone: 1.1 asks for a point.
  if (typeof value === "number") return JSON.stringify(value).replace(/^(-?\d+)e/, "$1.0e");
  return JSON.stringify(value) ?? "null";
}

/** Begins with a letter, `/` or `$`, and holds nothing that could end or change it. */
const plain = /^[A-Za-z_/$](?:[\w /.(){}$,;'"<>=+*?!&%@|^~[\]`-]|:(?=[^\s])|#(?<=[^\s]#))*$/;
/** Words of YAML 1.1 and 1.2, and `e0`, which some readers of 1.1 take for a number. */
const words = /^(?:null|true|false|yes|no|on|off|y|n|e[-+]?\d+)$/i;

/** One line: plain where every reader takes it for this string, else in double quotes. */
function text(value: string): string {
  return plain.test(value) && !value.endsWith(" ") && !words.test(value) ? value : quoted(value);
}

/** The same few names stand before most values. */
const keyText = remembering(text);

/** A JSON string is a YAML one, but for characters which YAML counts as line ends or unprintable. */
function quoted(value: string): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** Several lines as a literal block, where they survive in one. */
function block(value: string, indent: string): string | undefined {
  if (!value.includes("\n") || /^[\s]|\n\n$|^\n/.test(value)) return undefined;
  if (
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]/.test(
      value,
    )
  )
    return undefined;
  const body = value.endsWith("\n") ? value.slice(0, -1) : value;
  const lines = body.split("\n").map((line) => (line === "" ? "" : indent + line));
  return `${value.endsWith("\n") ? "|" : "|-"}\n${lines.join("\n")}`;
}
