import type { Rule } from "../diagnostic.js";

export const noParametersFile: Rule<{ directive: string }> = {
  code: "no-parameters-file",
  severity: "error",
  message: ({ directive }) => `${directive} names no file`,
  why: "Without the file, nothing is known of the rows.",
  fix: "Name the file after the two colons: `.. rest_parameters:: parameters.yaml`.",
  bad: {
    "images.inc":
      "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nRequest\n-------\n\n.. ⟦rest_parameters⟧::\n\n  - name: image_name\n",
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
