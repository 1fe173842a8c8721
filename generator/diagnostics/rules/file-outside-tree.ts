import type { Rule } from "../diagnostic.js";

export const fileOutsideTree: Rule<{ path: string; what: string }> = {
  code: "file-outside-tree",
  severity: "error",
  message: ({ path, what }) => `the ${what} "${path}" lies outside the source tree and is not read`,
  why: "Docs come from many hands: a path that leaves the tree could show any file of the machine that builds them.",
  fix: "Move the file into the tree and name it there.",
  bad: {
    "images.inc":
      "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nRequest\n-------\n\n.. rest_parameters:: ⟦../../parameters.yaml⟧\n\n  - name: image_name\n",
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
