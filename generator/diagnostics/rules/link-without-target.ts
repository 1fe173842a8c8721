import type { Rule } from "../diagnostic.js";

export const linkWithoutTarget: Rule<{ text: string }> = {
  code: "link-without-target",
  severity: "warning",
  message: ({ text }) => `the link "${text}" leads nowhere`,
  why: "Readers see a link, or its markup, and cannot follow it.",
  fix: "Write the address into the link (`text <https://…>`__), or define the name it refers to.",
  bad: "Images\n======\n\n.. rest_method:: GET /images\n\nSee ⟦`the guide`_⟧.\n\nNormal response codes: 200\n",
  good: "Images\n======\n\n.. rest_method:: GET /images\n\nSee `the guide <https://docs.example.org/>`_.\n\nNormal response codes: 200\n",
};
