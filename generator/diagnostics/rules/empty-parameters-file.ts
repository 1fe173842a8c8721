import type { Rule } from "../diagnostic.js";

export const emptyParametersFile: Rule<{ path: string; what: string }> = {
  code: "empty-parameters-file",
  severity: "error",
  message: ({ path, what }) => `the ${what} "${path}" has no entries`,
  why: "os-api-ref shows none of the rows that refer to it.",
  fix: "Write the entries that the rows refer to, or name the file that has them.",
  bad: {
    "images.inc":
      "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nRequest\n-------\n\n.. rest_parameters:: ⟦parameters.yaml⟧\n\n  - name: image_name\n",
    "parameters.yaml": "# to be written\n",
  },
  good: {
    "images.inc":
      "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nRequest\n-------\n\n.. rest_parameters:: parameters.yaml\n\n  - name: image_name\n",
    "parameters.yaml":
      "image_name:\n  description: |\n    The name of the image.\n  in: query\n  required: false\n  type: string\n",
  },
};
