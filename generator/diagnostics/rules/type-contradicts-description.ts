import type { Rule } from "../diagnostic.js";

export const typeContradictsDescription: Rule<{ name: string; type: string }> = {
  code: "type-contradicts-description",
  severity: "warning",
  message: ({ name, type }) =>
    `"${name}" is documented as ${type}, but its description says that it is a list`,
  why: "One of the two is wrong, and no sample tells which: restanza believes the description.",
  fix: "Write `type: array`, or correct the description.",
  bad: {
    "images.inc":
      "Save Image\n==========\n\n.. rest_method:: PUT /images/1\n\nNormal response codes: 204\n\nRequest\n-------\n\n.. rest_parameters:: parameters.yaml\n\n  - name: image_name\n  - parents: image_parents\n\n**Example: JSON request**\n\n.. literalinclude:: save.json\n   :language: json\n",
    "parameters.yaml":
      "image_name:\n  description: |\n    The name of the image.\n  in: body\n  required: true\n  type: string\n⟦image_parents⟧:\n  description: |\n    A list of names of the images below it.\n  in: body\n  required: false\n  type: object\n",
    "save.json": '{ "name": "bare-metal" }\n',
  },
  good: {
    "images.inc":
      "Save Image\n==========\n\n.. rest_method:: PUT /images/1\n\nNormal response codes: 204\n\nRequest\n-------\n\n.. rest_parameters:: parameters.yaml\n\n  - name: image_name\n  - parents: image_parents\n\n**Example: JSON request**\n\n.. literalinclude:: save.json\n   :language: json\n",
    "parameters.yaml":
      "image_name:\n  description: |\n    The name of the image.\n  in: body\n  required: true\n  type: string\nimage_parents:\n  description: |\n    A list of names of the images below it.\n  in: body\n  required: false\n  type: array\n",
    "save.json": '{ "name": "bare-metal", "parents": ["core"] }\n',
  },
};
