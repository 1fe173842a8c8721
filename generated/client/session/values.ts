// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * Values of `auth` as text.
 *
 * @module
 */

/** A member of `auth`, or undefined where it is absent or empty, which says as much. */
export function textOf(values: object, name: string): string | undefined {
  const value: unknown = (values as Readonly<Record<string, unknown>>)[name];
  if (value === undefined || value === null || value === "") return undefined;
  // People write `project_id: 1234`, and files have a number there.
  if (["string", "number", "boolean"].includes(typeof value)) return String(value);
  throw new TypeError(`${name} is to be a text`);
}

/** A member of `auth` that there has to be. */
export function neededTextOf(values: object, name: string): string {
  const text = textOf(values, name);
  if (text === undefined) throw new TypeError(`${name} is missing`);
  return text;
}
