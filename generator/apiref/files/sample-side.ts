import { messagesIn } from "./messages.js";
import type { SampleLink, Side } from "../model.js";
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

export type Decision = Pick<SampleLink, "side" | "by">;

/**
 * The side of a sample. A heading has two votes, the name of the file 1.6, the caption 1.5: so
 * name and caption together overrule a heading that was copied from the other side. A heading that
 * is not of examples is one of the list below it: there the caption is nearer, and has 2.5. What a
 * text itself begins with, a command or an answer over HTTP, overrules a heading.
 */
export function sideOfSample(around: Surroundings, path: string | undefined, text = ""): Decision {
  const { namesakes } = around;
  const labelled = around.caption !== undefined && (path !== undefined || !around.captionTaken);
  const caption = labelled ? sideOfWords(around.caption ?? "", namesakes) : undefined;
  const file = path === undefined ? undefined : sideOfFile(path, namesakes);
  const title = around.titleSide;
  const said = sideOfMessages(text);
  // A second "Request Example" heading after the response: the name of the file is right.
  if (title === "request" && file === "response" && !caption && !said && around.responseSeen) {
    return { side: "response", by: "file-name" };
  }
  const votes = { request: 0, response: 0 };
  if (title) votes[title] += 2;
  if (caption) votes[caption] += ofExamples(around) ? 1.5 : 2.5;
  if (file) votes[file] += 1.6;
  if (said) votes[said] += 2.5;
  if (votes.request > 0 || votes.response > 0) {
    const side = votes.request > votes.response ? "request" : "response";
    const by =
      title === side
        ? "title"
        : file === side
          ? "file-name"
          : caption === side
            ? "caption"
            : "content";
    return { side, by };
  }
  if (/\bcurl\b/i.test(`${around.titles.join(" ")} ${path ?? ""}`))
    return { side: "request", by: "order" };
  if (around.before && path !== undefined) return { side: around.before, by: "order" };
  return { side: sideByOrder(around, path), by: "order" };
}

/** Whether the heading that names a side is one of examples. */
function ofExamples({ titles, namesakes }: Surroundings): boolean {
  const heading = titles.findLast((title) => sideOfWords(title, namesakes) !== undefined) ?? "";
  return /\b(?:examples?|samples?)\b/i.test(heading);
}

/** Of blocks without a label the first is sent, where the method sends one; the next are answers. */
function sideByOrder({ method, run, before }: Surroundings, path: string | undefined): Side {
  const sends = path === undefined && /^(?:POST|PUT|PATCH)$/.test(method);
  if (!sends) return "response";
  return run.count > 1 ? (run.place === 0 ? "request" : "response") : (before ?? "request");
}

/** The side of all messages that a text shows, if they are of one. */
function sideOfMessages(text: string): Side | undefined {
  const found = new Set(messagesIn(text).map(({ side }) => side));
  return found.size === 1 ? [...found][0] : undefined;
}
