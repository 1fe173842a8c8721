/**
 * Sentences that say a value may be null: "null if …", "may be null", "is `None` when …",
 * "otherwise null", "may be empty until …" of a time or an id, null among listed values. A sentence that only forbids it
 * ("cannot be null") does not.
 */
const says = [
  /\b(?:null|none)\b`*\s+(?:if|when|unless|until|otherwise|for|in case|means|is returned|will be returned|value)/i,
  /\b(?:be|is|are|returns?|returned as|or|to|as|value(?: is| of)?|displays?|shows?|otherwise,?)\s+[`'"*]*(?:json )?(?:null|none)\b(?!\s+(?:of|the))/i,
  /\bnullable\b/i,
  /\bif (?:it is |the value is )?[`'"*]*(?:null|none)\b/i,
  /\b(?:may|might|can) be (?:empty|unset|blank) (?:until|if|when|unless)/i,
  // One of several values: "`a`, `None` or `b`". A small `none` is a word like others.
  /[`'"](?:null|NULL|None)[`'"]+(?:, (?:and |or )?| or | and )[`'"]|[`'"](?:, (?:and |or )?| or | and )[`'"]+(?:null|NULL|None)[`'"]/,
];
const denies =
  /\b(?:can(?:not|'t| not)|must not|may not|should not|never|not) (?:be )?(?:set to )?[`'"*]*(?:null|none)\b/i;

/** Whether prose says that the value it describes may be null. */
export function saysNull(prose: string): boolean {
  const text = prose.replace(/\s+/g, " ");
  return says.some((pattern) => pattern.test(text)) && !denies.test(text) && !saysNullInside(prose);
}

/** One key of a map, in the words of prose. */
const entry = /\b(?:keys?|key-value pairs?|(?:the|an|that|each) (?:entry|item|pair))\b/i;

/** Whether prose says that null stands for a value of the map it describes: "if its value is null, the key is removed". */
export function saysNullInside(prose: string): boolean {
  const sentences = prose.replace(/\s+/g, " ").split(/(?<=[.!?]) /);
  return sentences.some(
    (sentence) =>
      entry.test(sentence) &&
      says.some((pattern) => pattern.test(sentence)) &&
      !denies.test(sentence),
  );
}
