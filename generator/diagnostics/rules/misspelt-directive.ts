import type { Rule } from "../diagnostic.js";

export const misspeltDirective: Rule<{ written: string; meant: string }> = {
  code: "misspelt-directive",
  severity: "error",
  message: ({ written, meant }) =>
    `"${written}" is no directive for Sphinx: "${meant}" is read instead`,
  why: "Sphinx takes it for a comment or for plain text and drops or prints it.",
  fix: "Write two dots, one space, the name, two colons and one space.",
  bad: "Images\n======\n\n⟦.. rest_method::⟧GET /images\n\nNormal response codes: 200\n",
  good: "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n",
};
