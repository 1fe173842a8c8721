import type { Rule } from "../diagnostic.js";

export const emptyRequired: Rule<{ name: string }> = {
  code: "empty-required",
  severity: "warning",
  message: ({ name }) => `"required" of "${name}" has no value, and is read as true`,
  why: "os-api-ref takes for optional what says false or has no `required` at all: with nothing behind it, the published table shows the parameter as required.",
  fix: "Write `true` or `false` behind it, or remove the key.",
  bad: {
    "images.inc":
      "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nRequest\n-------\n\n.. rest_parameters:: parameters.yaml\n\n  - name: image_name\n",
    "parameters.yaml":
      "image_name:\n  description: |\n    The name of the image.\n  in: query\n  ⟦required⟧:\n  type: string\n",
  },
  good: {
    "images.inc":
      "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nRequest\n-------\n\n.. rest_parameters:: parameters.yaml\n\n  - name: image_name\n",
    "parameters.yaml":
      "image_name:\n  description: |\n    The name of the image.\n  in: query\n  required: false\n  type: string\n",
  },
};
