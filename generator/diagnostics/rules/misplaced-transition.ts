import type { Rule } from "../diagnostic.js";

const places = {
  first: "a line that divides nothing: nothing stands before it",
  twice: "a line that divides nothing: it follows another one",
  last: "a line that divides nothing: nothing stands behind it",
} as const;

export const misplacedTransition: Rule<{ fault: "first" | "twice" | "last" }> = {
  code: "misplaced-transition",
  severity: "warning",
  message: ({ fault }) => places[fault],
  why: "Sphinx reports an error, and shows the line where it divides nothing.",
  fix: "Delete the line, or put text on both sides of it.",
  bad: {
    "index.rst": "Compute\n=======\n\n.. include:: images.inc\n",
    "images.inc":
      "Images\n------\n\n.. rest_method:: GET /images\n\nLists images.\n\n-----\n\n⟦-----⟧\n\nAll of them.\n\nNormal response codes: 200\n",
  },
  good: {
    "index.rst": "Compute\n=======\n\n.. include:: images.inc\n",
    "images.inc":
      "Images\n------\n\n.. rest_method:: GET /images\n\nLists images.\n\n-----\n\nAll of them.\n\nNormal response codes: 200\n",
  },
};
