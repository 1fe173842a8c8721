import { messagesIn } from "./messages.js";
import type { Side, SideEvidence } from "../model.js";
import { type Namesakes, sideOfFile, sideOfWords } from "./sides.js";

/** What stands around a sample and tells its side. */
export interface Surroundings {
  readonly titles: readonly string[];
  /** The side that the nearest heading names. */
  readonly titleSide: Side | undefined;
  /** The last label, such as `**Example: JSON response**`. */
  readonly caption: string | undefined;
  /** A list came between: it is what the label speaks of. */
  readonly captionTaken: boolean;
  /** The side of the list or sample before. */
  readonly before: Side | undefined;
  /** A response heading came already. */
  readonly responseSeen: boolean;
  /** Codes or a list came already: no part of the description. */
  readonly behindLists: boolean;
  readonly method: string;
  /** What is called a request or a response, and names no side. */
  readonly namesakes: Namesakes;
  /** Of a block: which one it is of those that follow each other without a label between, and how many. */
  readonly run: { readonly place: number; readonly count: number };
}

/** What is said of the side of a sample: a file at `path`, or a block of text. */
export function sideEvidence(
  around: Surroundings,
  path: string | undefined,
  text = "",
): SideEvidence {
  const { namesakes, caption, titles, method } = around;
  const labelled = caption !== undefined && (path !== undefined || !around.captionTaken);
  return {
    heading: around.titleSide,
    headsExamples: headsExamples(around),
    label: labelled ? sideOfWords(caption, namesakes) : undefined,
    file: path === undefined ? undefined : sideOfFile(path, namesakes),
    text: sideOfMessages(text),
    command: /\bcurl\b/i.test(`${titles.join(" ")} ${path ?? ""}`),
    before: around.before,
    responseSeen: around.responseSeen,
    sends: sendsContent(method),
    block: path === undefined ? around.run : undefined,
  };
}

/** Whether a method sends content by its meaning (RFC 9110, section 9.3; RFC 5789). */
export function sendsContent(method: string): boolean {
  return /^(?:POST|PUT|PATCH)$/.test(method);
}

/** Whether anything names a side. */
export function namesSide({ heading, label, file, text }: SideEvidence): boolean {
  return [heading, label, file, text].some((side) => side !== undefined);
}

/** Whether the heading that names a side is one of examples. */
function headsExamples({ titles, namesakes }: Surroundings): boolean {
  const heading = titles.findLast((title) => sideOfWords(title, namesakes) !== undefined) ?? "";
  return /\b(?:examples?|samples?)\b/i.test(heading);
}

/** The side of all messages that a text shows, if they are of one. */
function sideOfMessages(text: string): Side | undefined {
  const found = new Set(messagesIn(text).map(({ side }) => side));
  return found.size === 1 ? [...found][0] : undefined;
}
