import type { Rule } from "../diagnostic.js";

export const unsortedParameterEntry: Rule<{ name: string; before: string }> = {
  code: "unsorted-parameter-entry",
  severity: "info",
  message: ({ name, before }) =>
    `"${name}" should stand before "${before}": entries are sorted by place (header, path, query, body), then by name`,
  why: "os-api-ref warns of every entry out of order: in a sorted file, nobody writes the same entry twice.",
  fix: "Move the entry to where it belongs.",
  bad: {
    "images.inc":
      "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nRequest\n-------\n\n.. rest_parameters:: parameters.yaml\n\n  - name: image_name\n  - status: image_status\n",
    "parameters.yaml":
      "image_status:\n  description: |\n    The status of the image.\n  in: query\n  required: false\n  type: string\n⟦image_name⟧:\n  description: |\n    The name of the image.\n  in: query\n  required: false\n  type: string\n",
  },
  good: {
    "images.inc":
      "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nRequest\n-------\n\n.. rest_parameters:: parameters.yaml\n\n  - name: image_name\n  - status: image_status\n",
    "parameters.yaml":
      "image_name:\n  description: |\n    The name of the image.\n  in: query\n  required: false\n  type: string\nimage_status:\n  description: |\n    The status of the image.\n  in: query\n  required: false\n  type: string\n",
  },
};
