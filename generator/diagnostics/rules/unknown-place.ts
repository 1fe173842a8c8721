import type { Rule } from "../diagnostic.js";

export const unknownPlace: Rule<{ place: string }> = {
  code: "unknown-place",
  severity: "warning",
  message: ({ place }) => `"${place}" is no place for a parameter: path, query, header or body`,
  why: "Nobody can tell where to send it or where to look for it.",
  fix: "Write one of path, query, header, body.",
  bad: {
    "images.inc":
      "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nRequest\n-------\n\n.. rest_parameters:: parameters.yaml\n\n  - name: image_name\n",
    "parameters.yaml":
      "image_name:\n  description: |\n    The name of the image.\n  in: ⟦somewhere⟧\n  required: false\n  type: string\n",
  },
  good: {
    "images.inc":
      "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nRequest\n-------\n\n.. rest_parameters:: parameters.yaml\n\n  - name: image_name\n",
    "parameters.yaml":
      "image_name:\n  description: |\n    The name of the image.\n  in: query\n  required: false\n  type: string\n",
  },
};
