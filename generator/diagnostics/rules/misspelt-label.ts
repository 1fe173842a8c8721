import type { Rule } from "../diagnostic.js";

export const misspeltLabel: Rule<{ written: string; meant: string }> = {
  code: "misspelt-label",
  severity: "warning",
  message: ({ written, meant }) => `"${written}" in this label is read as "${meant}"`,
  why: "Programs find the codes of an operation by the words before them; those that are strict find none.",
  fix: "Correct the spelling of the label.",
  bad: "Images\n======\n\n.. rest_method:: GET /images\n\nNormal ⟦respose⟧ codes: 200\n",
  good: "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n",
};
