import type { Rule } from "../diagnostic.js";

export const missingDocument: Rule<{ entry: string }> = {
  code: "missing-document",
  severity: "warning",
  message: ({ entry }) => `the document "${entry}" does not exist`,
  why: "The table of contents leads nowhere.",
  fix: "Correct the entry, or delete it.",
  bad: {
    "index.rst": "Compute\n=======\n\n.. toctree::\n\n   ⟦servers⟧\n\n.. include:: images.inc\n",
    "images.inc":
      "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nRequest\n-------\n\n",
  },
  good: {
    "index.rst": "Compute\n=======\n\n.. include:: images.inc\n",
    "images.inc":
      "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nRequest\n-------\n\n",
  },
};
