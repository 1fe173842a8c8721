import type { OpenAPI3 } from "openapi-typescript";
import type { OpenApiDocument } from "../../openapi/document.js";
import { pointedAt, stepsOf } from "../../openapi/references.js";

/**
 * A copy of the document that openapi-typescript may change, and that it can read. References lead
 * to places in it: one that leads nowhere takes any value, as in our own types, and nothing outside
 * is ever fetched.
 *
 * A `%` is written as a character that no document has: openapi-typescript makes paths of the names
 * of members and decodes them as URIs, and `100%` is none. `restored` puts it back.
 */
export function readableCopy(document: OpenApiDocument): OpenAPI3 {
  const text = JSON.stringify(document, (_key, value: unknown) => {
    if (typeof value !== "object" || value === null || !("$ref" in value)) return value;
    const reference = value.$ref;
    if (typeof reference !== "string") return value;
    if (pointedAt(document, reference) === undefined) return {};
    return { ...value, $ref: plain(reference) };
  });
  return JSON.parse(text.replace(/[%\uf026]/g, (sign) => (sign === "%" ? "\uf0260" : "\uf0261")));
}

/** What was printed of such a copy, as it would have been of the document itself. */
export function restored(text: string): string {
  return text.replace(/(?:\uf026|\\uF026)([01])/g, (_all, sign) => (sign === "0" ? "%" : "\uf026"));
}

/** `#/a%20b` is `#/a b`: a pointer without signs of URIs. */
function plain(reference: string): string {
  const steps = stepsOf(reference).map((step) => step.replaceAll("~", "~0").replaceAll("/", "~1"));
  return `#/${steps.join("/")}`;
}
