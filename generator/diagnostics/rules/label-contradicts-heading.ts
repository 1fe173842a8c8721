import type { Rule } from "../diagnostic.js";

export const labelContradictsHeading: Rule<{ side: string; heading: string }> = {
  code: "label-contradicts-heading",
  severity: "warning",
  message: ({ side, heading }) =>
    `this label says that the list below it is of the ${side}, and it stands under "${heading}"; the label is followed`,
  why: "Readers who come by the table of contents take the list for one of the other side.",
  fix: "Put a heading of its own above the list, on the level of the heading before.",
  bad: {
    "images.inc":
      "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 204\n\nRequest\n-------\n\nNo body is sent.\n\n⟦**Response parameters**⟧\n\n.. rest_parameters:: parameters.yaml\n\n  - X-Images: images\n",
    "parameters.yaml":
      "images:\n  description: |\n    How many images there are.\n  in: header\n  required: true\n  type: integer\n",
  },
  good: {
    "images.inc":
      "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 204\n\nRequest\n-------\n\nNo body is sent.\n\nResponse\n--------\n\n.. rest_parameters:: parameters.yaml\n\n  - X-Images: images\n",
    "parameters.yaml":
      "images:\n  description: |\n    How many images there are.\n  in: header\n  required: true\n  type: integer\n",
  },
};
