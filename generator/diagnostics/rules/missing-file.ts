import type { Rule } from "../diagnostic.js";

export const missingFile: Rule<{ path: string; what: string }> = {
  code: "missing-file",
  severity: "error",
  message: ({ path, what }) => `the ${what} "${path}" does not exist`,
  why: "Whatever the file says is lost: rows stay without a type, bodies without a shape, and pictures are not shown.",
  fix: "Correct the path (it is relative to the document that includes this file, or to the source folder after a leading slash; the `:file:` of csv-table and raw to this file), or add the file.",
  bad: {
    "images.inc":
      "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nRequest\n-------\n\n.. rest_parameters:: ⟦params.yaml⟧\n\n  - name: image_name\n",
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
