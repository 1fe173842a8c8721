/** Names are compared without case and with single spaces (docutils' `fully_normalize_name`). */
export function normaliseName(name: string): string {
  return name.toLowerCase().split(/\s+/).filter(Boolean).join(" ");
}
