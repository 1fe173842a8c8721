import type { ReadingNote } from "./tree.js";

/** The text of `bytes` as UTF-8. A byte-order mark is taken off; what is no UTF-8 becomes U+FFFD. */
export function decode(bytes: Uint8Array): { text: string; notes: readonly ReadingNote[] } {
  const notes: ReadingNote[] = [];
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  if (marked) notes.push("byte-order-mark");
  const body = marked ? bytes.subarray(3) : bytes;
  try {
    return { text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body), notes };
  } catch {
    notes.push("not-utf-8");
    return { text: new TextDecoder("utf-8", { ignoreBOM: true }).decode(body), notes };
  }
}
