import { remembering } from "../../collections/remembering.js";
import type { Kind } from "./kind.js";

/** What a documented type admits. */
export interface DocumentedType {
  /** Empty: anything, or the word is not known. */
  readonly kinds: readonly Kind[];
  readonly format: string | undefined;
  /** The word says that the value may be null. */
  readonly nullable: boolean;
}

/**
 * The words for types that api-refs use, by how they begin. The first that fits decides.
 * os-api-ref prints the word as it is; what it means follows from how the samples use it.
 */
const words: readonly (readonly [RegExp, readonly Kind[], string?])[] = [
  [/^uuid/, ["string"], "uuid"],
  [/^(?:date-?time|timestamp|iso ?8601)/, ["string"], "date-time"],
  [/^(?:ur[il])\b/, ["string"]],
  [
    /^(?:str\b|string|unicode\b|datestamp|date|hostname|domain ?name|ip|cidr|mac|char|text|email|base64|binary)/,
    ["string"],
  ],
  [/^enum/, ["string"]],
  [/^(?:int|integer|long|number of|count)/, ["integer"]],
  [/^(?:float|number|double|decimal)/, ["number"]],
  [/^bool/, ["boolean"]],
  [/^trilean/, ["boolean", "string", "null"]],
  [/^(?:array|list|set of)/, ["array"]],
  [/^(?:object|dict|map|hash)/, ["object"]],
  [/^(?:null|none)/, ["null"]],
];

/** Reads a documented type such as `string or object`, `UUID`, `integer|null`. */
export const readType = remembering((type): DocumentedType => {
  const kinds = new Set<Kind>();
  const formats = new Set<string | undefined>();
  const parts = type
    .toLowerCase()
    .replace(/\s+/g, " ")
    .split(/ or |[|/,]/)
    // `xsd:int`: the prefix of a namespace (XML Schema, WADL).
    .map((part) => part.trim().replace(/^(?:xsd?|xs|csapi):/, ""));
  for (const part of parts.filter(Boolean)) {
    const word = words.find(([pattern]) => pattern.test(part));
    if (word === undefined) continue;
    for (const kind of word[1]) kinds.add(kind);
    if (!word[1].includes("null")) formats.add(word[2]);
  }
  const nullable = kinds.delete("null") && kinds.size > 0;
  const [format] = formats;
  return { kinds: [...kinds], format: formats.size === 1 ? format : undefined, nullable };
});

/** Whether a documented type says that there is no value: `none`, `null`. */
export function isValueless(type: string): boolean {
  return /^(?:null|none)$/i.test(type.trim());
}

/** Whether a value of `kind` is one that the documented kinds admit. */
export function admits(documented: readonly Kind[], kind: Kind): boolean {
  return (
    documented.length === 0 ||
    kind === "null" ||
    documented.includes(kind) ||
    (kind === "integer" && documented.includes("number"))
  );
}
