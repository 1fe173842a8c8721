import type { Rule } from "../diagnostic.js";

export const unknownDirectiveOption: Rule<{ directive: string; option: string }> = {
  code: "unknown-directive-option",
  severity: "warning",
  message: ({ directive, option }) => `${directive} knows no "${option}"`,
  why: "The directive ignores it, or Sphinx rejects the whole directive.",
  fix: "Delete the option, or correct its spelling.",
  bad: "Images\n======\n\n.. rest_method:: GET /images\n   :⟦deprecated⟧: true\n\nNormal response codes: 200\n\nRequest\n-------\n\n",
  good: "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nRequest\n-------\n\n",
};
