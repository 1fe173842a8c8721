import type { Rule } from "../diagnostic.js";

export const incompleteParameterEntry: Rule<{ name: string; missing: readonly string[] }> = {
  code: "incomplete-parameter-entry",
  severity: "error",
  message: ({ name, missing }) => `the entry "${name}" has no ${missing.join(" and no ")}`,
  why: "os-api-ref gives up on the whole list that refers to it, or on the build.",
  fix: "Say in which place it is sent (`in`) and what it is (`type`).",
  bad: {
    "images.inc":
      "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nRequest\n-------\n\n.. rest_parameters:: parameters.yaml\n\n  - name: image_name\n",
    "parameters.yaml":
      "⟦image_name⟧:\n  description: |\n    The name of the image.\n  in: query\n  required: false\n",
  },
  good: {
    "images.inc":
      "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nRequest\n-------\n\n.. rest_parameters:: parameters.yaml\n\n  - name: image_name\n",
    "parameters.yaml":
      "image_name:\n  description: |\n    The name of the image.\n  in: query\n  required: false\n  type: string\n",
  },
};
