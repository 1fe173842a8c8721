/**
 * Of the media types of a body the one that is sent, or asked for: JSON, one of its kin, else the
 * first.
 */
export function usedMediaType(types: readonly string[]): string | undefined {
  return (
    types.find((type) => /^application\/json\b/i.test(type)) ??
    types.find((type) => /[/+]json\b/i.test(type)) ??
    types[0]
  );
}
