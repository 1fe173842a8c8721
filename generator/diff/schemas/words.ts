import type { SchemaType } from "../../openapi/document.js";
import type { Shape } from "./shape.js";

const names: Readonly<Record<SchemaType, string>> = {
  null: "null",
  boolean: "a boolean",
  integer: "an integer",
  number: "a number",
  string: "a text",
  array: "a list",
  object: "an object",
};

/** `a text or an integer`; null aside, which is told of for itself. */
export function kindWords({ kinds }: Pick<Shape, "kinds">): string {
  const said = [...kinds].filter((kind) => kind !== "null").toSorted();
  return said.length === 0 ? "nothing" : said.map((kind) => names[kind]).join(" or ");
}

/** A value as JSON, cut where it is long. */
export function valueWords(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return `\`${text.length > 60 ? `${text.slice(0, 59)}…` : text}\``;
}

/** The first of some values, and how many more there are. */
export function listWords(values: readonly unknown[]): string {
  const first = values.slice(0, 5).map(valueWords).join(", ");
  return values.length > 5 ? `${first} and ${values.length - 5} more` : first;
}
