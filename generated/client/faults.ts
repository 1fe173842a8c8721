// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * Faults: errors whose body is in one of the forms that a service gives to them.
 *
 * @module
 */
import { ResponseError } from "./errors.js";

/**
 * The forms of faults by status, and those of all others. A form is the paths of the members that
 * an object must have, apart by spaces: `error/code error/message`; `*` is each, whatever its name.
 * `$text` is a body that is a text.
 */
export interface FaultForms {
  readonly [status: number]: readonly string[];
  readonly default?: readonly string[];
}

/** Whether `error` is an answer of this status, with a fault of a known form for its body. */
export function isFaultOf(
  error: unknown,
  status: number,
  forms: FaultForms,
): error is ResponseError {
  if (!(error instanceof ResponseError) || error.status !== status) return false;
  const known = forms[status] ?? forms.default;
  return known === undefined || known.some((form) => hasForm(error.body, form));
}

function hasForm(body: unknown, form: string): boolean {
  if (form === "$text") return typeof body === "string";
  if (form === "") return typeof body === "object" && body !== null;
  return form.split(" ").every((path) => has(body, path.split("/").map(decodeURIComponent)));
}

function has(value: unknown, [name, ...rest]: readonly string[]): boolean {
  if (name === undefined) return value !== undefined && value !== null;
  if (typeof value !== "object" || value === null) return false;
  const members = Object.entries(value).filter(([member]) => name === "*" || member === name);
  return members.length > 0 && members.every(([, member]) => has(member, rest));
}
