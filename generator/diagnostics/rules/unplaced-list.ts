import type { Rule } from "../diagnostic.js";

export const unplacedList: Rule<{ taken: "request" | "response" | "both" }> = {
  code: "unplaced-list",
  severity: "warning",
  message: ({ taken }) =>
    `no heading says whether this list is of the request or the response; ${
      taken === "both"
        ? "its rows of the body are taken for the response, the others for the request"
        : `it is taken for the ${taken}`
    }`,
  why: "Readers and tools have to guess on which side these parameters stand.",
  fix: "Put a heading Request or Response above the list.",
  bad: {
    "images.inc":
      "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\n⟦.. rest_parameters:: parameters.yaml⟧\n\n  - name: image_name\n",
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
