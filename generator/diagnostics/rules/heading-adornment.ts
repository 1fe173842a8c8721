import type { Rule } from "../diagnostic.js";

export const headingAdornment: Rule<{ title: string }> = {
  code: "heading-adornment",
  severity: "warning",
  message: ({ title }) => `the line does not fit the heading "${title}"`,
  why: "Sphinx warns at a line that is shorter than its title, and drops a heading whose two lines differ.",
  fix: "Make the line as long as the title, and both lines alike.",
  bad: "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nResponse\n⟦-----⟧\n\nNothing.\n",
  good: "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nResponse\n--------\n\nNothing.\n",
};
