import type { Row } from "../reference.js";

/**
 * Names that are data, not words of the API: an object that has them is a map. Sources: the
 * textual forms of UUIDs (RFC 9562), IP and MAC addresses, dates, digests and plain numbers.
 */
const data =
  /^(?:[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}|[0-9a-f]{32,64}|\d+|\d{1,3}(?:\.\d{1,3}){3}(?:\/\d+)?|\d{4}-\d\d-\d\d.*|(?:[0-9a-f]{2}:){5}[0-9a-f]{2}|[0-9a-f]*:[0-9a-f:]*:[0-9a-f:.]*(?:\/\d+)?|[^@\s]+@[\w-]+\.\w+|\/.+|[{<].*[}>]|.*\s.*|)$/i;

/** Whether `key` of a sample's object is data. */
export function isDataKey(key: string): boolean {
  return key.length > 200 || data.test(key);
}

/** Documented names that stand for any key: `{key}`, `<name>`, `key1`. */
export function isPlaceholder(name: string): boolean {
  return /^(?:[{<[].*[}>\]]|keys?\d?|values?\d?|\*)$/i.test(name);
}

/** Whether a row is of any key, by its name or its prose: "`label` stands for the name of a network". */
export function isOfAnyKey({ name: { value: name }, entry }: Row): boolean {
  if (isPlaceholder(name)) return true;
  const prose = entry?.description.markdown ?? "";
  const at = prose.indexOf(name);
  return at >= 0 && /^[`'"*]*\s+stands for\b/.test(prose.slice(at + name.length));
}
