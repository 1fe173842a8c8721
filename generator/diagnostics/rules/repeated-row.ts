import type { Rule } from "../diagnostic.js";

export const repeatedRow: Rule<{ name: string; reference: string }> = {
  code: "repeated-row",
  severity: "warning",
  message: ({ name, reference }) =>
    `"${name}" stands in this list already, with ${reference} as well`,
  why: "The published table shows the parameter twice, and readers look for a difference.",
  fix: "Remove the row, or let it refer to the entry that was meant.",
  bad: {
    "images.inc":
      "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nRequest\n-------\n\n.. rest_parameters:: parameters.yaml\n\n  - name: image_name\n  - size: image_size\n  - ⟦name⟧: image_name\n",
    "parameters.yaml":
      "image_name:\n  description: |\n    The name of the image.\n  in: query\n  required: false\n  type: string\nimage_size:\n  description: |\n    The size of the image.\n  in: query\n  required: false\n  type: integer\n",
  },
  good: {
    "images.inc":
      "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nRequest\n-------\n\n.. rest_parameters:: parameters.yaml\n\n  - name: image_name\n  - size: image_size\n",
    "parameters.yaml":
      "image_name:\n  description: |\n    The name of the image.\n  in: query\n  required: false\n  type: string\nimage_size:\n  description: |\n    The size of the image.\n  in: query\n  required: false\n  type: integer\n",
  },
};
