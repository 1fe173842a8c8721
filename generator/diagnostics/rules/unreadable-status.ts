import type { Rule } from "../diagnostic.js";

export const unreadableStatus: Rule<{ item: string }> = {
  code: "unreadable-status",
  severity: "warning",
  message: ({ item }) =>
    `"${item}" is no item: expected "- code" or "- code: reason", the code being 100 to 599`,
  why: "os-api-ref cannot read it, and what was meant may be missing in all that is made from it.",
  fix: "Write a list of codes, each with a reason after a colon if need be: `- 409: duplicate`.",
  bad: {
    "images.inc":
      "Images\n======\n\n.. rest_method:: GET /images\n\n.. rest_status_code:: success status.yaml\n\n  - 200\n  - ⟦none⟧\n",
    "status.yaml": "200:\n  default: It worked.\n",
  },
  good: {
    "images.inc":
      "Images\n======\n\n.. rest_method:: GET /images\n\n.. rest_status_code:: success status.yaml\n\n  - 200\n",
    "status.yaml": "200:\n  default: It worked.\n",
  },
};
