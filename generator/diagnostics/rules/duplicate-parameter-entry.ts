import type { Rule } from "../diagnostic.js";

export const duplicateParameterEntry: Rule<{ name: string }> = {
  code: "duplicate-parameter-entry",
  severity: "warning",
  message: ({ name }) => `"${name}" has an entry above already; only this one counts`,
  why: "The earlier entry is never shown, and whoever edits it wonders why.",
  fix: "Delete one of the two, or give it a name of its own.",
  bad: {
    "images.inc":
      "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nRequest\n-------\n\n.. rest_parameters:: parameters.yaml\n\n  - name: image_name\n",
    "parameters.yaml":
      "image_name:\n  description: |\n    The name of the image.\n  in: query\n  required: false\n  type: string\n⟦image_name⟧:\n  description: |\n    The name of the image.\n  in: query\n  required: false\n  type: string\n",
  },
  good: {
    "images.inc":
      "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nRequest\n-------\n\n.. rest_parameters:: parameters.yaml\n\n  - name: image_name\n",
    "parameters.yaml":
      "image_name:\n  description: |\n    The name of the image.\n  in: query\n  required: false\n  type: string\nimage_name_2:\n  description: |\n    The name of the image.\n  in: query\n  required: false\n  type: string\n",
  },
};
