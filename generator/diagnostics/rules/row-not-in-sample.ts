import type { Rule } from "../diagnostic.js";

export const rowNotInSample: Rule<{
  name: string;
  side: string;
}> = {
  code: "row-not-in-sample",
  severity: "info",
  message: ({ name, side }) =>
    `no sample of the ${side} shows "${name}"; where it stands is a guess`,
  why: "The list is flat: only a sample shows which object holds a parameter.",
  fix: "Show it in the sample, or remove the row if it no longer exists.",
  bad: {
    "images.inc":
      "Show Image\n==========\n\n.. rest_method:: GET /images/1\n\nNormal response codes: 200\n\nResponse\n--------\n\n.. rest_parameters:: parameters.yaml\n\n  - name: image_name\n  - ⟦size⟧: image_size\n\n**Example: JSON response**\n\n.. literalinclude:: show.json\n   :language: json\n",
    "parameters.yaml":
      "image_name:\n  description: |\n    The name of the image.\n  in: body\n  required: true\n  type: string\nimage_size:\n  description: |\n    The size of the image in MiB.\n  in: body\n  required: false\n  type: integer\n",
    "show.json": '{ "name": "bare-metal" }\n',
  },
  good: {
    "images.inc":
      "Show Image\n==========\n\n.. rest_method:: GET /images/1\n\nNormal response codes: 200\n\nResponse\n--------\n\n.. rest_parameters:: parameters.yaml\n\n  - name: image_name\n  - size: image_size\n\n**Example: JSON response**\n\n.. literalinclude:: show.json\n   :language: json\n",
    "parameters.yaml":
      "image_name:\n  description: |\n    The name of the image.\n  in: body\n  required: true\n  type: string\nimage_size:\n  description: |\n    The size of the image in MiB.\n  in: body\n  required: false\n  type: integer\n",
    "show.json": '{ "name": "bare-metal", "size": 512 }\n',
  },
};
