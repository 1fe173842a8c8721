import type { Rule } from "../diagnostic.js";

export const typeContradictsSample: Rule<{
  name: string;
  type: string;
  seen: readonly string[];
  side: string;
}> = {
  code: "type-contradicts-sample",
  severity: "warning",
  message: ({ name, type, seen, side }) =>
    `"${name}" is documented as ${type}, but the sample of the ${side} has ${seen.join(" and ")}`,
  why: "One of the two is wrong, and whoever writes a program by the docs learns it when it fails.",
  fix: "Correct the type of the entry, or the value in the sample.",
  bad: {
    "images.inc":
      "Show Image\n==========\n\n.. rest_method:: GET /images/1\n\nNormal response codes: 200\n\nResponse\n--------\n\n.. rest_parameters:: parameters.yaml\n\n  - name: image_name\n  - ⟦size⟧: image_size\n\n**Example: JSON response**\n\n.. literalinclude:: show.json\n   :language: json\n",
    "parameters.yaml":
      "image_name:\n  description: |\n    The name of the image.\n  in: body\n  required: true\n  type: string\nimage_size:\n  description: |\n    The size of the image in MiB.\n  in: body\n  required: true\n  type: string\n",
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
