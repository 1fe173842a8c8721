import { type Diagnostic, report } from "../../diagnostics/diagnostic.js";
import { newerMember } from "../../diagnostics/rules/newer-member.js";
import type { Kind } from "../grammar.js";
import { below, type Place, spanAt } from "../place.js";
import type { Raw } from "../take-in.js";

/** Members that OpenAPI 3.2 has and 3.1 does not, and for which restanza has no other word. */
const newer: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  document: ["$self"],
  server: ["name"],
  mediaType: ["itemSchema", "prefixEncoding", "itemEncoding"],
  encoding: ["encoding", "prefixEncoding", "itemEncoding"],
  example: ["dataValue", "serializedValue"],
  securityScheme: ["deprecated", "oauth2MetadataUrl"],
};

/** An object of 3.2 as 3.1 has it, and what is left out of it. */
export function withoutNewer(
  kind: Kind,
  object: Raw,
  place: Place,
): { readonly object: Raw; readonly diagnostics: readonly Diagnostic[] } {
  const gone = (newer[kind] ?? []).filter((name) => object[name] !== undefined);
  if (gone.length === 0) return { object, diagnostics: [] };
  return {
    object: Object.fromEntries(Object.entries(object).filter(([name]) => !gone.includes(name))),
    diagnostics: gone.map((member) =>
      report(newerMember, spanAt(below(place, member), "name"), { member }),
    ),
  };
}
