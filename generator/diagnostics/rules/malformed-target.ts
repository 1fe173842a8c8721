import type { Rule } from "../diagnostic.js";

export const malformedTarget: Rule<{ written: string }> = {
  code: "malformed-target",
  severity: "warning",
  message: ({ written }) =>
    `"${written}" defines no target: expected ".. _name: address" or ".. _name:"`,
  why: "Sphinx takes the line for a comment, and what refers to the name leads nowhere.",
  fix: "Write a colon and a space behind the name, and the name in backquotes where it has a colon itself.",
  bad: "Images\n======\n\n⟦.. _guide:https://docs.example.org/⟧\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n",
  good: "Images\n======\n\n.. _guide: https://docs.example.org/\n\n.. rest_method:: GET /images\n\nSee guide_.\n\nNormal response codes: 200\n",
};
