import type { Rule } from "../diagnostic.js";

export const unknownStatusKind: Rule<{ kind: string }> = {
  code: "unknown-status-kind",
  severity: "error",
  message: ({ kind }) => `"${kind}" is no kind of codes: success or error`,
  why: "os-api-ref shows an error in place of the list.",
  fix: "Write `success` or `error` behind the two colons, then the status file.",
  bad: {
    "images.inc":
      "Images\n======\n\n.. rest_method:: GET /images\n\n.. rest_status_code:: ⟦fault⟧ status.yaml\n\n  - 404\n\n.. rest_status_code:: success status.yaml\n\n  - 200\n",
    "status.yaml": "200:\n  default: It worked.\n404:\n  default: There is no such image.\n",
  },
  good: {
    "images.inc":
      "Images\n======\n\n.. rest_method:: GET /images\n\n.. rest_status_code:: error status.yaml\n\n  - 404\n\n.. rest_status_code:: success status.yaml\n\n  - 200\n",
    "status.yaml": "200:\n  default: It worked.\n404:\n  default: There is no such image.\n",
  },
};
