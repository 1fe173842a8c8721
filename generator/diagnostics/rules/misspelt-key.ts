import type { Rule } from "../diagnostic.js";

export const misspeltKey: Rule<{ key: string; meant: string }> = {
  code: "misspelt-key",
  severity: "warning",
  message: ({ key, meant }) => `the key "${key}" is read as "${meant}"`,
  why: "os-api-ref ignores a key that it does not know, so the published docs miss what it says.",
  fix: "Correct the spelling of the key.",
  bad: {
    "images.inc":
      "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nRequest\n-------\n\n.. rest_parameters:: parameters.yaml\n\n  - name: image_name\n",
    "parameters.yaml":
      "image_name:\n  description: |\n    The name of the image.\n  in: query\n  ⟦requried⟧: false\n  type: string\n",
  },
  good: {
    "images.inc":
      "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nRequest\n-------\n\n.. rest_parameters:: parameters.yaml\n\n  - name: image_name\n",
    "parameters.yaml":
      "image_name:\n  description: |\n    The name of the image.\n  in: query\n  required: false\n  type: string\n",
  },
};
