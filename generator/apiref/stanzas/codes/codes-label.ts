import { nearest } from "../../../diagnostics/nearest.js";
import type { Status } from "../../model.js";
import { codeDigits, isRegistered } from "./http-codes.js";

/** The words before a list of status codes: `Normal response codes:`. */
export interface CodesLabel {
  /** Absent where it does not say: `Response codes`. */
  readonly kind: Status["kind"] | undefined;
  readonly start: number;
  /** Behind its colon and its marks. */
  readonly end: number;
  readonly slips: readonly Slip[];
}

/** A word of a label that is not spelt as it is meant. */
export interface Slip {
  readonly start: number;
  readonly written: string;
  readonly meant: string;
}

type Role = Status["kind"] | "answer" | "filler" | "code" | "other";

const roles: ReadonlyMap<string, Role> = new Map(
  (
    [
      ["success", "normal success successful successes expected"],
      ["error", "error errors failure failures fault faults failed abnormal unsuccessful"],
      ["answer", "response responses status statuses return returned"],
      ["filler", "http https api rest possible header headers"],
      ["code", "code codes"],
    ] as const
  ).flatMap(([role, words]) => words.split(" ").map((word) => [word, role] as const)),
);

/** What slips are looked for: the words that labels have. */
const usual =
  "normal success successful expected error response status return returns code codes".split(" ");

/** Words near to one of a label that are words of their own. */
const others = new Set(
  "formal minor respond responds responder terror mirror core cores coded coder node nodes mode modes state states statue statute".split(
    " ",
  ),
);

interface Word {
  readonly role: Role;
  readonly start: number;
  readonly end: number;
  readonly slip: Slip | undefined;
}

/**
 * The labels of codes in a paragraph, the first of which begins it: `Normal response codes:`,
 * `Error Codes`, `**Success http response code(s)**` in any capitals. Without a colon the codes
 * follow at once, or nothing does and they stand in the next paragraph. The kind may stand behind:
 * `Response codes (normal): 200`.
 */
export function codesLabels(text: string): readonly CodesLabel[] {
  const labels: CodesLabel[] = [];
  let run: Word[] = [];
  for (const word of text.matchAll(/[A-Za-z]+(?:\(s\))?/g)) {
    const known = wordOf(word[0], word.index);
    const last = run.at(-1);
    if (last && !/^[\s*`/-]*$/.test(text.slice(last.end, word.index))) run = [];
    if (known === undefined) {
      // One word that labels do not have may stand in one: `Normal POST response codes`.
      if (
        run.some(({ role }) => kindOf(role) !== undefined) &&
        !run.some(({ role }) => role === "other")
      ) {
        run.push({
          role: "other",
          start: word.index,
          end: word.index + word[0].length,
          slip: undefined,
        });
        continue;
      }
      // The first label begins the paragraph, so that most are not read further.
      if (labels.length === 0 && word[0].toLowerCase() !== "the") return [];
      run = [];
      continue;
    }
    run.push(known);
    const label = labelOf(run, text);
    if (label === undefined) continue;
    const before = text.slice(0, label.start);
    const begins = /^\W*$/.test(before) || (label.kind !== undefined && /^the\s+$/i.test(before));
    if (labels.length === 0 && !begins) return [];
    if (labels.length === 0 || label.kind !== undefined) labels.push(label);
    run = [];
  }
  return labels;
}

/**
 * The code that a field is named after: `:statuscode 404: no such box`, by the names that
 * sphinxcontrib-httpdomain ("Resource Fields") has for it, or `:404: no such box`.
 */
export function codeOfField(name: string): number | undefined {
  const [, word, digits] = /^((?:statuscode|status|code)\s+)?([1-5]\d\d)$/i.exec(name.trim()) ?? [];
  const code = Number(digits);
  return digits === undefined || (word === undefined && !isRegistered(code)) ? undefined : code;
}

/** The kind of codes that words alone name, without a word for codes: `Success`, `Errors:`. */
export function kindAlone(words: string): Status["kind"] | undefined {
  return kindOf(roles.get(words.replaceAll(/[\s*`:]/g, "").toLowerCase()));
}

function kindOf(role: Role | undefined): Status["kind"] | undefined {
  return role === "success" || role === "error" ? role : undefined;
}

/** What a word may be of a label; slips count in words of some length only. */
function wordOf(written: string, start: number): Word | undefined {
  const bare = written.toLowerCase().replace("(s)", "s");
  const end = start + written.length;
  const role = roles.get(bare);
  if (role !== undefined) return { role, start, end, slip: undefined };
  if (bare.length < 4 || others.has(bare)) return undefined;
  // Nobody slips in the first letter: without a word that begins with it, none is measured.
  if (!usual.some((word) => word.charAt(0) === bare.charAt(0))) return undefined;
  const [meant] = nearest(bare, usual);
  const near = meant !== undefined && Math.abs(meant.length - bare.length) < 3;
  const known = near && meant.charAt(0) === bare.charAt(0) ? roles.get(meant) : undefined;
  if (known === undefined || meant === undefined) return undefined;
  return { role: known, start, end, slip: { start, written, meant: spelt(meant, written) } };
}

/** `meant` with the capitals of `written`. */
function spelt(meant: string, written: string): string {
  if (/^[A-Z]{2}/.test(written)) return meant.toUpperCase();
  return /^[A-Z]/.test(written) ? meant.charAt(0).toUpperCase() + meant.slice(1) : meant;
}

/** The label that some words in a row make, if their last one ends it. */
function labelOf(run: readonly Word[], text: string): CodesLabel | undefined {
  const [first] = run;
  const last = run.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const [behind = "", word = ""] =
    /^[\s*`]*\(([A-Za-z]+)\)/.exec(text.slice(last.end, last.end + 40)) ?? [];
  const kindBehind = last.role === "code" ? kindOf(roles.get(word.toLowerCase())) : undefined;
  const kind = run.map(({ role }) => kindOf(role)).find((each) => each !== undefined) ?? kindBehind;
  const answers = run.some(({ role }) => role === "answer");
  const slips = run.flatMap(({ slip }) => (slip === undefined ? [] : [slip]));
  // One word at least is spelt as it should be.
  if (slips.length === run.length) return undefined;
  const end = last.end + (kindBehind === undefined ? 0 : behind.length);
  const rest = text.slice(end, end + 200);
  const colon = /^[\s*`]*:[\s*`]*/.exec(rest)?.[0];
  const gap = colon ?? /^[\s*`–-]*/.exec(rest)?.[0] ?? "";
  const codes = rest.slice(gap.length);
  const begun = beginsCode.test(codes);
  if (last.role !== "code") {
    // `Normal response: 200`
    const plain = run.every(({ role }) => role !== "other");
    if (!plain || kind === undefined || last.role !== "answer" || colon === undefined || !begun)
      return undefined;
  } else if (kind === undefined && !answers) return undefined;
  else if (colon === undefined && !begun && codes !== "" && !namesCode(codes)) return undefined;
  return {
    kind,
    start: first.start,
    end: end + gap.length,
    slips,
  };
}

const beginsCode = new RegExp(
  `^(?:(?:is|are)\\s+)?[\\s*\`(]*(?:HTTP\\s+)?${codeDigits}(?![\\d\\w])`,
  "i",
);

/** `badRequest (400)`, `Bad Request (400)`. */
function namesCode(text: string): boolean {
  return /^(?:[A-Za-z]\w*\s+){0,4}[A-Za-z]\w*\s*\(\s*[1-5]\d\d(?![\d\w])/.test(text);
}
