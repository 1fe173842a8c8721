/** The JSON types; a value of type `integer` is no `number` here, as in JSON Schema's own list. */
export type Kind = "null" | "boolean" | "integer" | "number" | "string" | "array" | "object";
