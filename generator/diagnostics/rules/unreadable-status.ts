import type { Rule } from "../diagnostic.js";

export const unreadableStatus: Rule<{ item: string }> = {
  code: "unreadable-status",
  severity: "warning",
  message: ({ item }) => `"${item}" is no status code between 100 and 599`,
  why: "The answer that was meant is missing in everything made from the docs.",
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
