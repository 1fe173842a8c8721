import type { Rule } from "../diagnostic.js";

export const unreadableRow: Rule<{ row: string }> = {
  code: "unreadable-row",
  severity: "error",
  message: ({ row }) => `"${row}" is no row: expected "- name: reference"`,
  why: "os-api-ref leaves the parameter out of the docs.",
  fix: "Write the name, a colon, a space and the name of an entry of the parameters file.",
  bad: {
    "images.inc":
      "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nRequest\n-------\n\n.. rest_parameters:: parameters.yaml\n\n  - name: image_name\n  - ⟦status⟧\n",
    "parameters.yaml":
      "image_name:\n  description: |\n    The name of the image.\n  in: query\n  required: false\n  type: string\n",
  },
  good: {
    "images.inc":
      "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nRequest\n-------\n\n.. rest_parameters:: parameters.yaml\n\n  - name: image_name\n",
    "parameters.yaml":
      "image_name:\n  description: |\n    The name of the image.\n  in: query\n  required: false\n  type: string\n",
  },
};
