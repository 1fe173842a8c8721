import type { SchemaObject } from "../../openapi/document.js";
import type { Bounds } from "../../openapi/model.js";
import { readBounds } from "../../openapi/read/read-range.js";
import { isRecord } from "../../openapi/references.js";

/** Formats of JSON Schema and OpenAPI that say more to a person than the type does. */
const tellingFormats = new Set(
  "date date-time duration email hostname ipv4 ipv6 uri uuid byte binary password".split(" "),
);

/**
 * The words of a member for its JSDoc: what the docs say, since when it is there, its format and
 * default. Where its variants have words of their own, each says to which versions it belongs.
 */
export function memberWords(schema: SchemaObject): string {
  const own = proseOf(schema);
  const variants = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].filter(isRecord);
  const bound = variants.filter((variant) => spanOf(readBounds(variant["x-openstack"])) !== "");
  const bounds = spanOf(readBounds(schema["x-openstack"]));
  const told = bound.map((variant) => {
    const span = spanOf(readBounds(variant["x-openstack"]));
    const words = proseOf(variant);
    return words === "" || words === own ? "" : `${span}: ${words}`;
  });
  const format = formatOf(schema);
  const paragraphs = [
    [own, bounds === "" ? "" : `${bounds}.`]
      .filter((part) => part !== "")
      .join(bounds !== "" && isBlock(own) ? "\n\n" : " "),
    ...told,
    format === undefined || own.toLowerCase().includes(format) ? "" : `Format: \`${format}\`.`,
    tagsOf(schema),
  ];
  return paragraphs.filter((paragraph) => paragraph !== "").join("\n\n");
}

/** The words of a declaration: of a schema that has a name. */
export function schemaWords(schema: SchemaObject): string {
  const words = proseOf(schema);
  return [words, tagsOf(schema)].filter((part) => part !== "").join("\n\n");
}

/** `@deprecated` and `@default`, as editors know them. */
function tagsOf(schema: SchemaObject): string {
  const value = schema.default === undefined ? undefined : JSON.stringify(schema.default);
  const short = value !== undefined && value.length <= 60 && value !== "null";
  return [short ? `@default ${value}` : "", schema.deprecated === true ? "@deprecated" : ""]
    .filter((tag) => tag !== "")
    .join("\n");
}

/** A description, else a title. A line that begins like a tag must not become one. */
function proseOf(schema: Readonly<Record<string, unknown>> | SchemaObject): string {
  const { description, title } = schema;
  const text = [description, title].find(
    (words): words is string => typeof words === "string" && words.trim() !== "",
  );
  return (text ?? "").trim().replace(/(^|[\n\r\u2028\u2029])([ \t*]*)@/g, "$1$2\\@");
}

function isBlock(words: string): boolean {
  return /\n\s*(?:[-*+|`]|\d+\.|\n)/.test(words);
}

/** `Since 2.11`, `Until 2.52`, `From 2.3 to 2.9`. */
export function spanOf({ min, max }: Bounds): string {
  if (min !== undefined && max !== undefined)
    return min === max ? `At ${min}` : `From ${min} to ${max}`;
  if (min !== undefined) return `Since ${min}`;
  return max === undefined ? "" : `Until ${max}`;
}

function formatOf(schema: SchemaObject): string | undefined {
  const { format } = schema;
  return typeof format === "string" && tellingFormats.has(format) ? format : undefined;
}
