import { isIPv4, isIPv6 } from "node:net";

/**
 * Formats of JSON Schema 2020-12 (section 7.3) by how a string looks. Only the forms that
 * validators accept: a time without an offset is no `date-time` (RFC 3339).
 */
const forms: readonly (readonly [string, Pick<RegExp, "test">])[] = [
  ["uuid", /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i],
  ["date-time", /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/],
  ["uri", /^https?:\/\/[^\s<>"{}|\\^`]+$/],
  ["ipv4", { test: isIPv4 }],
  ["ipv6", { test: (text) => isIPv6(text) && !text.includes("%") }],
];

/** The one format that all values have, or undefined. */
export function formatOf(values: readonly string[]): string | undefined {
  return formatsOf(values)?.[0];
}

/** The formats that all values have, the first of which is meant; undefined without a value. */
export function formatsOf(values: readonly string[]): readonly string[] | undefined {
  if (values.length === 0) return undefined;
  return forms.flatMap(([name, form]) => (values.every((value) => form.test(value)) ? [name] : []));
}

/** Whether no value contradicts `format`. A format that is not known here is never contradicted. */
export function agrees(format: string, values: readonly string[]): boolean {
  const form = forms.find(([name]) => name === format)?.[1];
  return form === undefined || values.every((value) => form.test(value));
}

/** Whether values that have these formats contradict `format`, as `agrees` has it. */
export function isAmong(format: string, formats: readonly string[]): boolean {
  return formats.includes(format) || forms.every(([name]) => name !== format);
}
