import { type Diagnostic, report } from "../../diagnostics/diagnostic.js";
import { undefinedSerialization } from "../../diagnostics/rules/undefined-serialization.js";
import { unsentParameter } from "../../diagnostics/rules/unsent-parameter.js";
import { isRecord } from "../../openapi/references.js";
import { below, type Place, spanAt } from "../place.js";
import type { Raw } from "../take-in.js";

/** The styles of each place (OpenAPI 3.2, Style Values). */
const styles: Readonly<Record<string, readonly string[]>> = {
  path: ["simple", "label", "matrix"],
  query: ["form", "spaceDelimited", "pipeDelimited", "deepObject"],
  header: ["simple"],
  cookie: ["form", "cookie"],
};

/** What of a parameter cannot be sent, or is not said how. */
export function checkParameter(parameter: Raw, place: Place): readonly Diagnostic[] {
  const name = typeof parameter["name"] === "string" ? parameter["name"] : "";
  const unsent = whyUnsent(parameter);
  if (unsent !== undefined) {
    const [member, reason] = unsent;
    const at = parameter[member] === undefined ? place : below(place, member);
    return [report(unsentParameter, spanAt(at, "value"), { name, reason })];
  }
  const open = whatIsOpen(parameter);
  if (open === undefined) return [];
  const [member, what, sent] = open;
  const at = spanAt(below(place, member), "value");
  return [report(undefinedSerialization, at, { name, what, sent })];
}

/** Why a parameter cannot be sent at all, and the member that says so. */
export function whyUnsent(parameter: Raw): readonly [member: string, reason: string] | undefined {
  const { name, in: where, content } = parameter;
  if (typeof name !== "string" || name === "") return ["name", "it has no name"];
  if (where === "querystring")
    return ["in", "the whole query in one value is not supported; name its parts"];
  if (typeof where !== "string" || styles[where] === undefined)
    return ["in", `${JSON.stringify(where)} is no place of a parameter`];
  const [mediaType = "", media] = Object.entries(isRecord(content) ? content : {})[0] ?? [];
  if (parameter["schema"] !== undefined || mediaType === "" || /[/+]json\b/i.test(mediaType))
    return undefined;
  const schema = isRecord(media) ? media["schema"] : undefined;
  const isText = /^text\//i.test(mediaType) || (isRecord(schema) && schema["type"] === "string");
  return isText ? undefined : ["content", `a value in ${mediaType} is not supported`];
}

/** What OpenAPI leaves open: the member that says so, the value, and how it is sent. */
function whatIsOpen(
  parameter: Raw,
): readonly [member: string, what: string, sent: string] | undefined {
  const { in: where, style, explode, schema } = parameter;
  if (!isRecord(schema)) return undefined;
  const known = styles[String(where)] ?? [];
  const usual = where === "query" || where === "cookie" ? "form" : "simple";
  const kind = typeof style === "string" ? style : usual;
  if (!known.includes(kind)) return ["style", `the style ${kind}`, `it is sent as ${usual}`];
  const types = [schema["type"]].flat();
  const isList = types.includes("array");
  const isObject = types.includes("object") || isRecord(schema["properties"]);
  if (kind.endsWith("Delimited") && explode === true)
    return ["style", "an exploded value", "it is sent as an exploded form"];
  if (kind === "deepObject" && !isObject && types.length > 0 && schema["$ref"] === undefined)
    return ["style", "what is no object", "it is sent as a form"];
  const isSpread = explode !== false && (isList || isObject);
  if (where === "cookie" && kind === "form" && isSpread)
    return ["schema", "a list or an object", "each part is a cookie of its own"];
  const inner = isList ? [schema["items"]] : Object.values(recordOf(schema["properties"]));
  const isDeep = inner.some(
    (one) => isRecord(one) && /^(?:array|object)$/.test(String(one["type"])),
  );
  if (isDeep && kind === "deepObject")
    return [
      "schema",
      "a list or an object in an object",
      "it is sent with one more pair of brackets, and lists repeat their name",
    ];
  return isDeep
    ? ["schema", "a list or an object in another", "it is sent as JavaScript writes it"]
    : undefined;
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}
