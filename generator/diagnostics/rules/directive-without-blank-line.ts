import type { Rule } from "../diagnostic.js";

export const directiveWithoutBlankLine: Rule<{ directive: string }> = {
  code: "directive-without-blank-line",
  severity: "error",
  message: ({ directive }) =>
    `no blank line stands before "${directive}", so Sphinx shows it as text of the paragraph above`,
  why: "The rendered docs show the markup instead of what it means, and other tools lose the operation.",
  fix: "Put a blank line before the directive.",
  bad: "Images\n======\n\nLists images.\n⟦.. rest_method::⟧ GET /images\n\nNormal response codes: 200\n",
  good: "Images\n======\n\nLists images.\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n",
};
