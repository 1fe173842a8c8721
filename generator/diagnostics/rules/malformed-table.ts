import type { Rule } from "../diagnostic.js";

export const malformedTable: Rule<{ fault: string }> = {
  code: "malformed-table",
  severity: "warning",
  message: ({ fault }) => `the table ${fault}`,
  why: "Sphinx shows an error in place of the table.",
  fix: "Make the borders alike, keep the words of each column below its border, and leave a blank line after the last.",
  bad: "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\n====  =====\nName  Words\n⟦====  ====⟧\na     b\n\n",
  good: "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\n====  =====\nName  Words\n====  =====\na     b\n====  =====\n\n",
};
