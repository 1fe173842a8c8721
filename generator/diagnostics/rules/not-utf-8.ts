import type { Rule } from "../diagnostic.js";

export const notUtf8: Rule<{ places: number }> = {
  code: "not-utf-8",
  severity: "warning",
  message: ({ places }) =>
    places === 1
      ? "these bytes are not UTF-8: what they stand for is lost"
      : `these bytes are not UTF-8, and so at ${places - 1} more places of the file: what they stand for is lost`,
  why: "A letter that was written in another encoding shows as a question mark in the docs and in everything made of them.",
  fix: "Save the file as UTF-8, and write the letters again that are lost.",
  bad: "Images\n======\n\nKept in a caf⟦\ufffd⟧.\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n",
  good: "Images\n======\n\nKept in a café.\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n",
};
