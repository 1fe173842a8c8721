/** A schema as a record whose members may be anything. */
export type RawSchema = Readonly<Record<string, unknown>>;

/**
 * A Schema Object of OpenAPI 3.0 in the words of 3.1, JSON Schema 2020-12; the schemas in it are
 * left to who walks them. Where 3.0 leaves `nullable` without effect (beside no `type`), what its
 * authors mean counts: null may come.
 *
 * `@scalar/openapi-upgrader` was looked at: it goes by the names of members, so that it changes
 * examples and properties called `example`, and loses `nullable` beside `$ref`, `allOf` and `enum`.
 */
export function upgradeSchema(schema: RawSchema): RawSchema {
  // "This object cannot be extended with additional properties" (3.0, Reference Object).
  if (typeof schema["$ref"] === "string") return { $ref: schema["$ref"] };
  const { nullable, example, exclusiveMinimum, exclusiveMaximum, ...rest } = schema;
  const plain: Record<string, unknown> = { ...rest };
  limit(plain, "minimum", "exclusiveMinimum", exclusiveMinimum);
  limit(plain, "maximum", "exclusiveMaximum", exclusiveMaximum);
  if (example !== undefined && plain["examples"] === undefined) plain["examples"] = [example];
  if (plain["format"] === "byte" && plain["type"] === "string") {
    delete plain["format"];
    plain["contentEncoding"] = "base64";
  }
  return nullable === true ? withNull(plain) : plain;
}

function limit(
  schema: Record<string, unknown>,
  bound: string,
  exclusive: string,
  said: unknown,
): void {
  if (typeof said === "number") schema[exclusive] = said;
  if (said !== true || typeof schema[bound] !== "number") return;
  schema[exclusive] = schema[bound];
  delete schema[bound];
}

/** Members that say nothing about the value. */
const aside = [
  "title",
  "description",
  "deprecated",
  "default",
  "readOnly",
  "writeOnly",
  "examples",
];

function withNull(schema: RawSchema): RawSchema {
  const { type } = schema;
  const isChoice = ["allOf", "anyOf", "oneOf", "not"].some((name) => schema[name] !== undefined);
  if (typeof type === "string" && !isChoice) {
    const values = schema["enum"];
    const isOpen = !Array.isArray(values) || values.includes(null);
    return {
      ...schema,
      type: type === "null" ? type : [type, "null"],
      ...(!isOpen && { enum: [...values, null] }),
    };
  }
  const entries = Object.entries(schema);
  const isAside = ([name]: readonly [string, unknown]): boolean =>
    aside.includes(name) || name.startsWith("x-");
  const own = entries.filter((entry) => !isAside(entry));
  // Without anything about the value null may come as it is.
  if (own.length === 0) return schema;
  return {
    ...Object.fromEntries(entries.filter(isAside)),
    anyOf: [Object.fromEntries(own), { type: "null" }],
  };
}
