import type { Rule } from "../diagnostic.js";

export const unreadFile: Rule<{ methods: number }> = {
  code: "unread-file",
  severity: "warning",
  message: ({ methods }) =>
    `no document includes this file: its ${methods === 1 ? "operation is" : `${methods} operations are`} in no docs`,
  why: "It is usually a chapter that was forgotten in the index.",
  fix: "Add an include of the file to the index document, or delete it.",
  bad: {
    "index.rst": "Compute\n=======\n\n.. include:: images.inc\n",
    "images.inc":
      "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nRequest\n-------\n\n",
    "flavors.inc": "⟦Flavors⟧\n=======\n\n.. rest_method:: GET /flavors\n",
  },
  good: {
    "index.rst": "Compute\n=======\n\n.. include:: images.inc\n.. include:: flavors.inc\n",
    "images.inc":
      "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nRequest\n-------\n\n",
    "flavors.inc":
      "Flavors\n=======\n\n.. rest_method:: GET /flavors\n\nNormal response codes: 200\n",
  },
};
