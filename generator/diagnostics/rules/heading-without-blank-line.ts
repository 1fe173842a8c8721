import type { Rule } from "../diagnostic.js";

export const headingWithoutBlankLine: Rule<{ title: string }> = {
  code: "heading-without-blank-line",
  severity: "error",
  message: ({ title }) =>
    `no blank line stands before the heading "${title}", so Sphinx shows it as text`,
  why: "Heading and underline end up in the paragraph above, and what follows in the wrong section.",
  fix: "Put a blank line before the heading.",
  bad: "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n⟦Response⟧\n--------\n\nNothing.\n",
  good: "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nResponse\n--------\n\nNothing.\n",
};
