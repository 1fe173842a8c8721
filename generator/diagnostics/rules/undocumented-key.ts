import type { Rule } from "../diagnostic.js";

export const undocumentedKey: Rule<{
  path: string;
  side: string;
}> = {
  code: "undocumented-key",
  severity: "info",
  message: ({ path, side }) => `the sample of the ${side} has "${path}", which no row documents`,
  why: "Readers see that it comes, but not what it means nor whether it always does.",
  fix: "Add a row for it, or remove it from the sample if it no longer exists.",
  bad: {
    "images.inc":
      "Show Image\n==========\n\n.. rest_method:: GET /images/1\n\nNormal response codes: 200\n\nResponse\n--------\n\n.. rest_parameters:: parameters.yaml\n\n  - name: image_name\n\n**Example: JSON response**\n\n.. literalinclude:: ⟦show.json⟧\n   :language: json\n",
    "parameters.yaml":
      "image_name:\n  description: |\n    The name of the image.\n  in: body\n  required: true\n  type: string\n",
    "show.json": '{ "name": "bare-metal", "size": 512 }\n',
  },
  good: {
    "images.inc":
      "Show Image\n==========\n\n.. rest_method:: GET /images/1\n\nNormal response codes: 200\n\nResponse\n--------\n\n.. rest_parameters:: parameters.yaml\n\n  - name: image_name\n  - size: image_size\n\n**Example: JSON response**\n\n.. literalinclude:: show.json\n   :language: json\n",
    "parameters.yaml":
      "image_name:\n  description: |\n    The name of the image.\n  in: body\n  required: true\n  type: string\nimage_size:\n  description: |\n    The size of the image in MiB.\n  in: body\n  required: true\n  type: integer\n",
    "show.json": '{ "name": "bare-metal", "size": 512 }\n',
  },
};
