import { type Diagnostic, type Outcome, report } from "../../diagnostics/diagnostic.js";
import { repeatedSampleKey } from "../../diagnostics/rules/repeated-sample-key.js";
import { sampleNotJson } from "../../diagnostics/rules/sample-not-json.js";
import { sampleRepaired } from "../../diagnostics/rules/sample-repaired.js";
import { sampleUnreadable } from "../../diagnostics/rules/sample-unreadable.js";
import type { SourceId } from "../../diagnostics/span.js";
import { type Message, messagesIn } from "./messages.js";
import type { Json, Side } from "../model.js";
import { repairJson } from "./repair-json.js";

/** What the text of a sample holds. */
export type SampleContent =
  | {
      readonly kind: "json";
      readonly value: Json;
      readonly repaired: boolean;
      readonly elided: boolean;
    }
  | {
      readonly kind: "text";
      readonly text: string;
      /** What it begins with of HTTP, if it does: a command, or messages over the wire. */
      readonly messages: readonly ShownMessage[];
    }
  | { readonly kind: "broken" };

/** A message that a text shows, and its body, where that is JSON. */
export interface ShownMessage {
  readonly side: Side;
  readonly body: Extract<SampleContent, { kind: "json" }> | undefined;
}

const jsonLanguages = new Set(["json", "javascript", "js", "json5", "jsonc"]);

/**
 * Reads `text`, which stands at `offset` of `source`. It is JSON when it begins like an object or an
 * array, or when its name ends in `.json`, whatever the language says: docs label JSON as
 * `javascript`, and HTTP transcripts and shell commands as `json`.
 */
export function readSample(
  source: SourceId,
  text: string,
  offset: number,
  language: string | undefined,
): Outcome<SampleContent> {
  const named = source.endsWith(".json") && offset === 0;
  const looks = /^[\s\u3000\uFEFF]*[[{]/.test(text);
  const messages = looks ? [] : messagesIn(text);
  if (messages.length > 0) {
    const value: SampleContent = { kind: "text", text, messages: messages.map(shown) };
    return { value, diagnostics: named ? [notJson(source, text, messages)] : [] };
  }
  if (!looks && !(named && !isOtherText(text))) {
    return { value: { kind: "text", text, messages: [] }, diagnostics: [] };
  }
  const span = (start: number, end: number): { source: string; start: number; end: number } => ({
    source,
    start: offset + start,
    end: offset + Math.min(Math.max(end, start), text.length),
  });
  const read = repairJson(text);
  if (read.kind === "hopeless") {
    const meantAsJson =
      named || (language !== undefined && jsonLanguages.has(language.toLowerCase()));
    if (!meantAsJson) return { value: { kind: "text", text, messages: [] }, diagnostics: [] };
    const finding = report(sampleUnreadable, span(read.at, read.at + 1), { reason: read.reason });
    return { value: { kind: "broken" }, diagnostics: [finding] };
  }
  const diagnostics: Diagnostic[] = [];
  const [first] = read.repairs;
  if (first) {
    const more = read.repairs.length - 1;
    const repair =
      more === 0
        ? first.words
        : `${first.words}, and ${more} more ${more === 1 ? "fault" : "faults"}`;
    const edits = read.repairs.flatMap(({ mend }) =>
      mend === undefined ? [] : [{ span: span(mend.start, mend.end), text: mend.text }],
    );
    diagnostics.push(report(sampleRepaired, span(first.start, first.end), { repair }, edits));
  }
  for (const key of read.repeated.slice(0, 20)) {
    diagnostics.push(report(repeatedSampleKey, span(key.start, key.end), { name: key.name }));
  }
  return {
    value: {
      kind: "json",
      value: read.value,
      repaired: read.repairs.length > 0,
      elided: read.repairs.some((repair) => repair.elides),
    },
    diagnostics,
  };
}

function shown({ side, body }: Message): ShownMessage {
  const read = body && /^\s*[[{]/.test(body) ? repairJson(body) : undefined;
  if (read?.kind !== "read") return { side, body: undefined };
  const elided = read.repairs.some((repair) => repair.elides);
  return {
    side,
    body: { kind: "json", value: read.value, repaired: read.repairs.length > 0, elided },
  };
}

/** The finding of a file that is named as JSON and holds a command or a message. */
function notJson(source: SourceId, text: string, messages: readonly Message[]): Diagnostic {
  const [line = ""] = text.trimStart().split(/[\n\r]/, 1);
  const start = text.length - text.trimStart().length;
  const words = line.trimEnd().replace(/\s*\\$/, "");
  const holds = messages[0]?.kind === "command" ? "a command" : "a message as it comes over HTTP";
  return report(sampleNotJson, { source, start, end: start + words.length }, { holds });
}

/** An HTTP transcript, a shell command or markup. */
function isOtherText(text: string): boolean {
  return /^\s*(?:HTTP\/|[A-Z]{3,7} \S+ HTTP|\$ |curl\b|<)/.test(text);
}
