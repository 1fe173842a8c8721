import type { Rule } from "../diagnostic.js";

export const wrapperContradictsSample: Rule<{
  name: string;
  wrapper: string;
  side: string;
}> = {
  code: "wrapper-contradicts-sample",
  severity: "warning",
  message: ({ name, wrapper, side }) =>
    `the list says "${name}" where the sample of the ${side} has "${wrapper}"`,
  why: "The name around the body is what a program reads first; the sample is taken to be right.",
  fix: "Refer to the entry of the name that the sample has, remove the row if that name has one already, or correct the sample.",
  bad: {
    "images.inc":
      "Show Image\n==========\n\n.. rest_method:: GET /images/1\n\nNormal response codes: 200\n\nResponse\n--------\n\n.. rest_parameters:: parameters.yaml\n\n  - ⟦images⟧: images\n  - name: image_name\n\n**Example: JSON response**\n\n.. literalinclude:: show.json\n   :language: json\n",
    "parameters.yaml":
      "images:\n  description: |\n    What was found.\n  in: body\n  required: true\n  type: array\nimage_name:\n  description: |\n    The name of the image.\n  in: body\n  required: true\n  type: string\n",
    "show.json": '{ "image": { "name": "bare-metal" } }\n',
  },
  good: {
    "images.inc":
      "Show Image\n==========\n\n.. rest_method:: GET /images/1\n\nNormal response codes: 200\n\nResponse\n--------\n\n.. rest_parameters:: parameters.yaml\n\n  - image: image\n  - name: image_name\n\n**Example: JSON response**\n\n.. literalinclude:: show.json\n   :language: json\n",
    "parameters.yaml":
      "image:\n  description: |\n    What was found.\n  in: body\n  required: true\n  type: object\nimage_name:\n  description: |\n    The name of the image.\n  in: body\n  required: true\n  type: string\n",
    "show.json": '{ "image": { "name": "bare-metal" } }\n',
  },
};
