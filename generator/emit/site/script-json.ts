/** JSON is JavaScript but for two line ends that older engines end a text at. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(/[\u2028\u2029]/g, (end) =>
    end === "\u2028" ? "\\u2028" : "\\u2029",
  );
}
