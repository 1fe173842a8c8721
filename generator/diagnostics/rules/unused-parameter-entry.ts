import type { Rule } from "../diagnostic.js";

export const unusedParameterEntry: Rule<{
  name: string;
}> = {
  code: "unused-parameter-entry",
  severity: "info",
  message: ({ name }) => `nothing refers to "${name}"`,
  why: "It is never shown, yet whoever edits the file has to keep it right.",
  fix: "Delete the entry, or refer to it where it was meant to be.",
  bad: {
    "index.rst": "Images API\n==========\n\n.. include:: images.inc\n",
    "images.inc":
      "Show Image\n==========\n\n.. rest_method:: GET /images/1\n\nNormal response codes: 200\n\nResponse\n--------\n\n.. rest_parameters:: parameters.yaml\n\n  - name: image_name\n\n**Example: JSON response**\n\n.. literalinclude:: show.json\n   :language: json\n",
    "parameters.yaml":
      "image_name:\n  description: |\n    The name of the image.\n  in: body\n  required: true\n  type: string\n⟦image_size⟧:\n  description: |\n    The size of the image in MiB.\n  in: body\n  required: true\n  type: integer\n",
    "show.json": '{ "name": "bare-metal" }\n',
  },
  good: {
    "index.rst": "Images API\n==========\n\n.. include:: images.inc\n",
    "images.inc":
      "Show Image\n==========\n\n.. rest_method:: GET /images/1\n\nNormal response codes: 200\n\nResponse\n--------\n\n.. rest_parameters:: parameters.yaml\n\n  - name: image_name\n\n**Example: JSON response**\n\n.. literalinclude:: show.json\n   :language: json\n",
    "parameters.yaml":
      "image_name:\n  description: |\n    The name of the image.\n  in: body\n  required: true\n  type: string\n",
    "show.json": '{ "name": "bare-metal" }\n',
  },
};
