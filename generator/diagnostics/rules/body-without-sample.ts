import type { Rule } from "../diagnostic.js";

export const bodyWithoutSample: Rule<{
  side: string;
  title: string;
}> = {
  code: "body-without-sample",
  severity: "info",
  message: ({ side, title }) =>
    `no JSON sample shows the ${side} of "${title}"; its form is made from its rows and from what other operations show`,
  why: "The list is flat: without a sample readers have to guess which object holds which parameter.",
  fix: "Add a sample of the whole body.",
  bad: {
    "images.inc":
      "⟦Show Image⟧\n==========\n\n.. rest_method:: GET /images/1\n\nNormal response codes: 200\n\nResponse\n--------\n\n.. rest_parameters:: parameters.yaml\n\n  - name: image_name\n",
    "parameters.yaml":
      "image_name:\n  description: |\n    The name of the image.\n  in: body\n  required: true\n  type: string\n",
  },
  good: {
    "images.inc":
      "Show Image\n==========\n\n.. rest_method:: GET /images/1\n\nNormal response codes: 200\n\nResponse\n--------\n\n.. rest_parameters:: parameters.yaml\n\n  - name: image_name\n\n**Example: JSON response**\n\n.. literalinclude:: show.json\n   :language: json\n",
    "parameters.yaml":
      "image_name:\n  description: |\n    The name of the image.\n  in: body\n  required: true\n  type: string\n",
    "show.json": '{ "name": "bare-metal" }\n',
  },
};
