import type { Operation } from "../../apiref/model.js";

/**
 * Whether the docs say that an answer has no content: the row of its Content-Length (RFC 9110,
 * section 8.6) says that it is zero. What rows put into a body then is nowhere to be found in it.
 */
export function saysEmptyAnswer({ response }: Operation): boolean {
  return response
    .flatMap(({ rows }) => rows)
    .some(
      ({ name, entry }) =>
        name.value.toLowerCase() === "content-length" &&
        entry?.in === "header" &&
        /\bis (?:always )?(?:zero|`*0`*)(?!\w|\.\d)/i.test(
          entry.description.markdown.replace(/\s+/g, " "),
        ),
    );
}
