import type { Rule } from "../diagnostic.js";

export const headingInsideBlock: Rule<{}> = {
  code: "heading-inside-block",
  severity: "error",
  message: () => "a heading cannot stand inside an indented block",
  why: "Sphinx refuses it and prints it as code; the headings after it may take other levels.",
  fix: "Begin the heading in the first column.",
  bad: "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\n.. note::\n\n   ⟦Details⟧\n   -------\n\n   More.\n",
  good: "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\n.. note::\n\n   **Details**\n\n   More.\n",
};
