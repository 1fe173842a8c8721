/** A media type without its parameters (RFC 9110, section 8.3.1). */
export function essence(mediaType = ""): string {
  return (mediaType.split(";")[0] ?? "").trim().toLowerCase();
}
