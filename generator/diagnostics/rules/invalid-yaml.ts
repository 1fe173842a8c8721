import type { Rule } from "../diagnostic.js";

export const invalidYaml: Rule<{ reason: string }> = {
  code: "invalid-yaml",
  severity: "error",
  message: ({ reason }) => `this is not valid YAML: ${reason}`,
  why: "Sphinx reads nothing at all of such a file; restanza reads what stands before and after the fault, and may misread it.",
  fix: "Correct the indentation, quote or colon at this place.",
  bad: {
    "images.inc":
      "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nRequest\n-------\n\n.. rest_parameters:: parameters.yaml\n\n  - name: image_name\n",
    "parameters.yaml":
      'image_name:\n  description: |\n    The name of the image.\n  in: query\n  required: false\n  type: string\nimage_status:\n  description: "a statu⟦s⟧\n',
  },
  good: {
    "images.inc":
      "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nRequest\n-------\n\n.. rest_parameters:: parameters.yaml\n\n  - name: image_name\n",
    "parameters.yaml":
      'image_name:\n  description: |\n    The name of the image.\n  in: query\n  required: false\n  type: string\nimage_status:\n  in: query\n  description: "a status"\n  type: string\n',
  },
};
