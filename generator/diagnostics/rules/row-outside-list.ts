import type { Rule } from "../diagnostic.js";

export const rowOutsideList: Rule<{ name: string }> = {
  code: "row-outside-list",
  severity: "warning",
  message: ({ name }) =>
    `"${name}" is read as a row of the list above, but stands outside of it: it is not indented`,
  why: "A directive ends with the first line that is not indented: what follows is published as plain text.",
  fix: "Indent the row as those above it.",
  bad: {
    "images.inc":
      "Create Image\n============\n\n.. rest_method:: POST /images\n\nNormal response codes: 201\n\nRequest\n-------\n\n.. rest_parameters:: parameters.yaml\n\n  - name: image_name\n\n- ⟦size: image_size⟧\n\n**Example: JSON request**\n\n.. literalinclude:: create.json\n   :language: json\n",
    "parameters.yaml":
      "image_name:\n  description: |\n    The name of the image.\n  in: body\n  required: true\n  type: string\nimage_size:\n  description: |\n    The size of the image in MiB.\n  in: body\n  required: true\n  type: integer\n",
    "create.json": '{ "name": "bare-metal", "size": 512 }\n',
  },
  good: {
    "images.inc":
      "Create Image\n============\n\n.. rest_method:: POST /images\n\nNormal response codes: 201\n\nRequest\n-------\n\n.. rest_parameters:: parameters.yaml\n\n  - name: image_name\n  - size: image_size\n\n**Example: JSON request**\n\n.. literalinclude:: create.json\n   :language: json\n",
    "parameters.yaml":
      "image_name:\n  description: |\n    The name of the image.\n  in: body\n  required: true\n  type: string\nimage_size:\n  description: |\n    The size of the image in MiB.\n  in: body\n  required: true\n  type: integer\n",
    "create.json": '{ "name": "bare-metal", "size": 512 }\n',
  },
};
