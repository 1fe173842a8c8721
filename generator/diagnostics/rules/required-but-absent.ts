import type { Rule } from "../diagnostic.js";

export const requiredButAbsent: Rule<{
  name: string;
  never: boolean;
  side: string;
}> = {
  code: "required-but-absent",
  severity: "warning",
  message: ({ name, never, side }) =>
    `"${name}" is required, but ${never ? `no sample of the ${side} has it` : `an object in the samples of the ${side} lacks it`}`,
  why: "Readers cannot tell whether it may be left out; what is generated takes it for optional.",
  fix: "Add it to the sample, or say `required: false`.",
  bad: {
    "images.inc":
      "Show Image\n==========\n\n.. rest_method:: GET /images/1\n\nNormal response codes: 200\n\nResponse\n--------\n\n.. rest_parameters:: parameters.yaml\n\n  - name: image_name\n  - ⟦size⟧: image_size\n\n**Example: JSON response**\n\n.. literalinclude:: show.json\n   :language: json\n",
    "parameters.yaml":
      "image_name:\n  description: |\n    The name of the image.\n  in: body\n  required: true\n  type: string\nimage_size:\n  description: |\n    The size of the image in MiB.\n  in: body\n  required: true\n  type: integer\n",
    "show.json": '{ "name": "bare-metal" }\n',
  },
  good: {
    "images.inc":
      "Show Image\n==========\n\n.. rest_method:: GET /images/1\n\nNormal response codes: 200\n\nResponse\n--------\n\n.. rest_parameters:: parameters.yaml\n\n  - name: image_name\n  - size: image_size\n\n**Example: JSON response**\n\n.. literalinclude:: show.json\n   :language: json\n",
    "parameters.yaml":
      "image_name:\n  description: |\n    The name of the image.\n  in: body\n  required: true\n  type: string\nimage_size:\n  description: |\n    The size of the image in MiB.\n  in: body\n  required: true\n  type: integer\n",
    "show.json": '{ "name": "bare-metal", "size": 512 }\n',
  },
};
