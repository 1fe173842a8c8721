import type { Rule } from "../diagnostic.js";

export const unlistedDocument: Rule<{ document: string }> = {
  code: "unlisted-document",
  severity: "warning",
  message: ({ document }) => `no table of contents lists "${document}"`,
  why: "No page leads to it, and Sphinx warns of it.",
  fix: "Add it to a `toctree`, or write `:orphan:` at its top.",
  bad: {
    "index.rst": "Compute\n=======\n\n.. include:: images.inc\n",
    "images.inc": "Images\n------\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n",
    "more.rst": "⟦More⟧\n====\n\nWords.\n",
  },
  good: {
    "index.rst": "Compute\n=======\n\n.. toctree::\n\n   more\n\n.. include:: images.inc\n",
    "images.inc": "Images\n------\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n",
    "more.rst": "More\n====\n\nWords.\n",
  },
};
