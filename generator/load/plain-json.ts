import { isRecord } from "../openapi/references.js";

/** Deeper than any document of people; what goes deeper is left to the reader that refuses it in words. */
const deepest = 500;

/** Each string of a JSON text, with the colon that makes it a name. */
const strings = /"(?:[^"\\]|\\.)*"(\s*:)?/g;

/**
 * The value of a text that is JSON and says each name of an object once: reading it as such takes a
 * tenth of what reading YAML does. `undefined` of any other text.
 */
export function plainJson(text: string): { readonly value: unknown } | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const names = namesIn(value);
  // Of a name that stands twice, only the last is in the value.
  return names !== undefined && names === writtenNames(text) ? { value } : undefined;
}

function writtenNames(text: string): number {
  let count = 0;
  for (const [, colon] of text.matchAll(strings)) if (colon !== undefined) count += 1;
  return count;
}

/** How many names the objects of a value have; `undefined` where they are nested too deeply. */
function namesIn(root: unknown): number | undefined {
  let count = 0;
  let level: readonly unknown[] = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return undefined;
    const next: unknown[] = [];
    for (const value of level) {
      if (Array.isArray(value)) for (const item of value) next.push(item);
      else if (isRecord(value)) {
        const members = Object.values(value);
        count += members.length;
        for (const member of members) next.push(member);
      }
    }
    level = next;
  }
  return count;
}
