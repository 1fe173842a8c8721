import type { Rule } from "../diagnostic.js";

export const unknownReference: Rule<{
  reference: string;
  file: string;
  nearest: string | undefined;
}> = {
  code: "unknown-reference",
  severity: "error",
  message: ({ reference, file, nearest }) =>
    `"${reference}" has no entry in ${file}${nearest === undefined ? "" : `; did you mean "${nearest}"?`}`,
  why: "The row has neither type nor place nor description, and the published docs leave it out.",
  fix: "Add the entry to the file, or correct the reference after the last colon.",
  bad: {
    "images.inc":
      "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nRequest\n-------\n\n.. rest_parameters:: parameters.yaml\n\n  - name: ⟦image_nmae⟧\n",
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
