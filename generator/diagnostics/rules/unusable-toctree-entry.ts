import type { Rule } from "../diagnostic.js";

const faults = {
  twice: "stands twice in this table of contents",
  "no-match": "is a pattern that no document fits",
  untitled: "names a document without a title",
  circular: "names a document whose tables of contents lead back to this one",
} as const;

export const unusableToctreeEntry: Rule<{
  entry: string;
  fault: "twice" | "no-match" | "untitled" | "circular";
}> = {
  code: "unusable-toctree-entry",
  severity: "warning",
  message: ({ entry, fault }) => `"${entry}" ${faults[fault]}`,
  why: "Sphinx leaves the entry out, and warns of it.",
  fix: "Delete the entry, or give the document that it names a title.",
  bad: {
    "index.rst":
      "Compute\n=======\n\n.. toctree::\n\n   more\n   ⟦more⟧\n\n.. include:: images.inc\n",
    "images.inc": "Images\n------\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n",
    "more.rst": "More\n====\n\nWords.\n",
  },
  good: {
    "index.rst": "Compute\n=======\n\n.. toctree::\n\n   more\n\n.. include:: images.inc\n",
    "images.inc": "Images\n------\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n",
    "more.rst": "More\n====\n\nWords.\n",
  },
};
