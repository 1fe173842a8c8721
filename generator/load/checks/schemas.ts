import { type Diagnostic, report } from "../../diagnostics/diagnostic.js";
import { unresolvedReference } from "../../diagnostics/rules/unresolved-reference.js";
import { untypedKeyword } from "../../diagnostics/rules/untyped-keyword.js";
import { isRecord } from "../../openapi/references.js";
import { below, type Place, spanAt } from "../place.js";
import type { Raw } from "../take-in.js";

/** Keywords that narrow a value by more than its type (JSON Schema 2020-12, Core, 10 and 11). */
const untyped = [
  "not",
  "if",
  "dependentSchemas",
  "dependentRequired",
  "contains",
  "unevaluatedItems",
  "unevaluatedProperties",
];

const reason = "restanza follows $ref alone";

/**
 * Keywords of which types say something, and not all: a map takes members whatever their names, and
 * a list that begins with known items and may go on has the types of all at any place.
 */
function widened({ patternProperties, prefixItems, items, maxItems }: Raw): readonly string[] {
  const patterns = isRecord(patternProperties) ? Object.keys(patternProperties) : [];
  const anyName = patterns.every((pattern) => /^\^?(?:\.[*+])?\$?$/.test(pattern));
  const known = Array.isArray(prefixItems) ? prefixItems.length : 0;
  const isClosed = items === false || (typeof maxItems === "number" && maxItems <= known);
  return [
    ...(anyName ? [] : ["patternProperties"]),
    ...(known === 0 || isClosed ? [] : ["prefixItems"]),
  ];
}

/** What types cannot say of a value, and references that are not followed. */
export function checkKeywords(schema: Raw, place: Place): readonly Diagnostic[] {
  const wide = [...untyped, ...widened(schema)]
    .filter((keyword) => schema[keyword] !== undefined)
    .map((keyword) => report(untypedKeyword, spanAt(below(place, keyword), "name"), { keyword }));
  const dynamic = ["$dynamicRef", "$recursiveRef"].flatMap((keyword) => {
    const reference = schema[keyword];
    if (typeof reference !== "string") return [];
    const at = spanAt(below(place, keyword), "value");
    return [report(unresolvedReference, at, { reference, reason })];
  });
  return [...wide, ...dynamic];
}
