import type { Rule } from "../diagnostic.js";

export const selectionWithoutLines: Rule<{ directive: string; option: string; fault: string }> = {
  code: "selection-without-lines",
  severity: "warning",
  message: ({ directive, option, fault }) => `the option "${option}" of ${directive} ${fault}`,
  why: "Sphinx shows nothing of the file, or other lines than were meant: the file has changed since.",
  fix: "Name lines, words or an object that the file has.",
  bad: {
    "images.inc":
      "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\n.. literalinclude:: history.txt\n   :lines: ⟦4-⟧\n",
    "history.txt": "Images had no names.\nThen they had.\n",
  },
  good: {
    "images.inc":
      "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\n.. literalinclude:: history.txt\n   :lines: 2-\n",
    "history.txt": "Images had no names.\nThen they had.\n",
  },
};
