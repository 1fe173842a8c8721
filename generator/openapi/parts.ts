import { causeOf } from "../collections/cause.js";
import type { OpenApiDocument } from "./document.js";

/** Of which members of a document each member is a part of its own. */
export interface PartNames {
  readonly [name: string]: PartNames | "each";
}

/** The parts of a document: its paths, its webhooks, and the schemas of its components. */
export const partNames: PartNames = {
  paths: "each",
  webhooks: "each",
  components: { schemas: "each" },
};

/** One part: its text, as it stands in `openapi.json`, and its value. */
export interface Part {
  readonly text: string;
  readonly value: unknown;
}

/** Parts by where they stand and what they say. */
export type Parts = ReadonlyMap<string, Part>;

/** A document as anybody reads it from disk, and the text that stands there. */
export interface Published {
  readonly document: OpenApiDocument;
  readonly json: string;
  /** The parts of it, for the next time. */
  readonly parts: Parts;
}

/** Of each object that was a part once: where, and what was made of it. */
const made = new WeakMap<
  object,
  { readonly place: string; readonly key: string; readonly part: Part }
>();

/**
 * The document as it is read from disk: nothing reaches an emitter that is not in the file, neither
 * members that are undefined nor objects that are shared. What is among the parts of before has the
 * very object it had then, so that whoever made something of it can find that again.
 */
export function published(document: OpenApiDocument, before: Parts = new Map()): Published {
  const known = wholes.get(document) ?? publishedAnew(document, before);
  wholes.set(document, known);
  return known;
}

/** Of each document that was published. */
const wholes = new WeakMap<OpenApiDocument, Published>();

function publishedAnew(document: OpenApiDocument, before: Parts): Published {
  const parts = new Map<string, Part>();
  const partOf = (member: unknown, place: string, indent: string): Part | undefined => {
    const isObject = typeof member === "object" && member !== null;
    const known = isObject ? made.get(member) : undefined;
    if (known?.place === place) {
      parts.set(known.key, known.part);
      return known.part;
    }
    const json = compact(member);
    if (json === undefined) return undefined;
    const key = `${place}\0${json}`;
    const part = parts.get(key) ?? before.get(key) ?? plain(member, indent);
    if (part === undefined) return undefined;
    parts.set(key, part);
    if (typeof part.value === "object" && part.value !== null) causeOf(part.value, json);
    if (isObject) made.set(member, { place, key, part });
    return part;
  };
  const whole = (value: object, named: PartNames | "each", place: string, indent: string): Part => {
    const texts: string[] = [];
    const values: (readonly [string, unknown])[] = [];
    for (const [name, member] of Object.entries(value) as [string, unknown][]) {
      const inner = named !== "each" && Object.hasOwn(named, name) ? named[name] : undefined;
      const isWhole = typeof member === "object" && member !== null && !Array.isArray(member);
      const at = `${place}/${name}`;
      const part =
        inner !== undefined && isWhole
          ? whole(member, inner, at, `${indent}  `)
          : named === "each"
            ? partOf(member, at, indent)
            : plain(member, indent);
      if (part === undefined) continue;
      texts.push(`${indent}${JSON.stringify(name)}: ${part.text}`);
      values.push([name, part.value]);
    }
    const text = texts.length === 0 ? "{}" : `{\n${texts.join(",\n")}\n${indent.slice(2)}}`;
    return { text, value: Object.fromEntries(values) };
  };
  const { text, value } = whole(document, partNames, "", "  ");
  return { document: value as OpenApiDocument, json: `${text}\n`, parts };
}

/** No text of JSON holds the end of a line but between its values. */
function plain(member: unknown, indent: string): Part | undefined {
  const json: string | undefined = JSON.stringify(member, undefined, 2);
  if (json === undefined) return undefined;
  return { text: json.replaceAll("\n", `\n${indent}`), value: JSON.parse(json) };
}

/** Without what is between its values; what JSON cannot say has no text. */
function compact(member: unknown): string | undefined {
  return JSON.stringify(member);
}
