import type { Rule } from "../diagnostic.js";

export const misspeltValue: Rule<{ value: string; meant: string }> = {
  code: "misspelt-value",
  severity: "warning",
  message: ({ value, meant }) => `"${value}" is read as ${meant}`,
  why: "os-api-ref takes every word but false for true, so a slip of the pen can turn the meaning round.",
  fix: "Correct the spelling of the value.",
  bad: {
    "images.inc":
      "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nRequest\n-------\n\n.. rest_parameters:: parameters.yaml\n\n  - name: image_name\n",
    "parameters.yaml":
      "image_name:\n  description: |\n    The name of the image.\n  in: query\n  required: ⟦flase⟧\n  type: string\n",
  },
  good: {
    "images.inc":
      "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nRequest\n-------\n\n.. rest_parameters:: parameters.yaml\n\n  - name: image_name\n",
    "parameters.yaml":
      "image_name:\n  description: |\n    The name of the image.\n  in: query\n  required: false\n  type: string\n",
  },
};
