import type { Rule } from "../diagnostic.js";

export const wordsBehindUrl: Rule<{ words: string }> = {
  code: "words-behind-url",
  severity: "warning",
  message: ({ words }) => `"${words}" behind the URL is no part of it; it is left out`,
  why: "The published page shows it as if it were sent. What it says belongs into the heading or the text.",
  fix: "Let the line end with the URL.",
  bad: "Images\n======\n\n.. rest_method:: GET /images ⟦(for admins)⟧\n\nNormal response codes: 200\n\nRequest\n-------\n\n",
  good: "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nRequest\n-------\n\n",
};
