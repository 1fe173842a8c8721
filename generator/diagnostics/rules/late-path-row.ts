import type { Rule } from "../diagnostic.js";

export const latePathRow: Rule<{ name: string }> = {
  code: "late-path-row",
  severity: "info",
  message: ({ name }) => `{${name}} has its row in a later list only`,
  why: "os-api-ref looks for the variables of a URL in the first list behind it, and warns of each that is not there.",
  fix: "Move the row of the variable to the first list of the operation.",
  bad: {
    "images.inc":
      "Image\n=====\n\n.. rest_method:: GET /images/{image_id}\n\nNormal response codes: 200\n\nRequest\n-------\n\n⟦.. rest_parameters:: parameters.yaml\n\n  - name: name⟧\n\nResponse\n--------\n\n.. rest_parameters:: parameters.yaml\n\n  - image_id: image_id\n",
    "parameters.yaml":
      "image_id:\n  description: |\n    An image.\n  in: path\n  required: true\n  type: string\nname:\n  description: |\n    A name.\n  in: query\n  required: false\n  type: string\n",
  },
  good: {
    "images.inc":
      "Image\n=====\n\n.. rest_method:: GET /images/{image_id}\n\nNormal response codes: 200\n\nRequest\n-------\n\n.. rest_parameters:: parameters.yaml\n\n  - image_id: image_id\n  - name: name\n",
    "parameters.yaml":
      "image_id:\n  description: |\n    An image.\n  in: path\n  required: true\n  type: string\nname:\n  description: |\n    A name.\n  in: query\n  required: false\n  type: string\n",
  },
};
