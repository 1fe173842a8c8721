import type { Rule } from "../diagnostic.js";

export const malformedDirective: Rule<{ directive: string; fault: string }> = {
  code: "malformed-directive",
  severity: "error",
  message: ({ directive, fault }) => `${directive} ${fault}`,
  why: "Sphinx shows an error in place of the directive, and what it holds is lost.",
  fix: "Give the directive the argument and the text that it needs, and no more: the argument behind the colons, options below it, then a blank line and the text, indented; a table as many cells in each row as in the first.",
  bad: "Images\n======\n\n.. rest_method:: GET /images\n\n.. ⟦note⟧::\n\nOnly public images are listed.\n\nNormal response codes: 200\n",
  good: "Images\n======\n\n.. rest_method:: GET /images\n\n.. note::\n\n   Only public images are listed.\n\nNormal response codes: 200\n",
};
