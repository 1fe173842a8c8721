import type { Rule } from "../diagnostic.js";

export const unreadableParameterEntry: Rule<{ name: string }> = {
  code: "unreadable-parameter-entry",
  severity: "error",
  message: ({ name }) =>
    `the entry "${name}" is not a set of keys such as in, type and description`,
  why: "Nothing can be read from it, and rows that refer to it stay without a type.",
  fix: "Indent its keys below its name.",
  bad: {
    "images.inc":
      "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nRequest\n-------\n\n.. rest_parameters:: parameters.yaml\n\n  - name: image_name\n",
    "parameters.yaml":
      "image_name:\n  description: |\n    The name of the image.\n  in: query\n  required: false\n  type: string\n⟦image_status⟧: a status\n",
  },
  good: {
    "images.inc":
      "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nRequest\n-------\n\n.. rest_parameters:: parameters.yaml\n\n  - name: image_name\n",
    "parameters.yaml":
      "image_name:\n  description: |\n    The name of the image.\n  in: query\n  required: false\n  type: string\nimage_status:\n  in: query\n  type: string\n",
  },
};
