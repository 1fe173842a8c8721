import type { Rule } from "../diagnostic.js";

export const wrapperInOtherNumber: Rule<{ wrapper: string; meant: string }> = {
  code: "wrapper-in-other-number",
  severity: "warning",
  message: ({ wrapper, meant }) =>
    wrapper === meant
      ? `the sample of the answer has a list in "${wrapper}" where others of the same path have one thing`
      : `the sample of the answer has "${wrapper}" where others of the same path have "${meant}"`,
  why: "Either may be a slip, so neither is sure to come: programs have to look for both.",
  fix: "Correct the sample, if the service answers otherwise.",
  bad: {
    "images.inc":
      "Create Image\n============\n\n.. rest_method:: POST /images\n\nNormal response codes: 200\n\nRequest\n-------\n\n.. rest_parameters:: parameters.yaml\n\n  - image: image\n  - name: image_name\n\n**Example: JSON request**\n\n.. literalinclude:: create.json\n   :language: json\n\nResponse\n--------\n\n.. rest_parameters:: parameters.yaml\n\n  - name: image_name\n\n**Example: JSON response**\n\n.. literalinclude:: ⟦created.json⟧\n   :language: json\n",
    "parameters.yaml":
      "image:\n  description: |\n    An image.\n  in: body\n  required: true\n  type: object\nimage_name:\n  description: |\n    The name of the image.\n  in: body\n  required: true\n  type: string\n",
    "create.json": '{ "image": { "name": "bare-metal" } }\n',
    "created.json": '{ "images": { "name": "bare-metal" } }\n',
  },
  good: {
    "images.inc":
      "Create Image\n============\n\n.. rest_method:: POST /images\n\nNormal response codes: 200\n\nRequest\n-------\n\n.. rest_parameters:: parameters.yaml\n\n  - image: image\n  - name: image_name\n\n**Example: JSON request**\n\n.. literalinclude:: create.json\n   :language: json\n\nResponse\n--------\n\n.. rest_parameters:: parameters.yaml\n\n  - image: image\n  - name: image_name\n\n**Example: JSON response**\n\n.. literalinclude:: created.json\n   :language: json\n",
    "parameters.yaml":
      "image:\n  description: |\n    An image.\n  in: body\n  required: true\n  type: object\nimage_name:\n  description: |\n    The name of the image.\n  in: body\n  required: true\n  type: string\n",
    "create.json": '{ "image": { "name": "bare-metal" } }\n',
    "created.json": '{ "image": { "name": "bare-metal" } }\n',
  },
};
