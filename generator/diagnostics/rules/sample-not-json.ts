import type { Rule } from "../diagnostic.js";

export const sampleNotJson: Rule<{ holds: string }> = {
  code: "sample-not-json",
  severity: "warning",
  message: ({ holds }) => `this file is named as JSON and holds ${holds}`,
  why: "Readers and tools take the file for the body itself; restanza reads the body that it sends along.",
  fix: "Let the file hold the body alone, or name it `.txt` and show it as `console`.",
  bad: {
    "images.inc":
      "Images\n======\n\n.. rest_method:: POST /images\n\nNormal response codes: 201\n\nRequest\n-------\n\n.. rest_parameters:: parameters.yaml\n\n  - name: name\n\n.. literalinclude:: samples/image-create.json\n   :language: javascript\n",
    "parameters.yaml":
      "name:\n  description: |\n    The name of the image.\n  in: body\n  required: true\n  type: string\n",
    "samples/image-create.json": '⟦curl -X POST $url/images⟧ \\\n  -d \'{"name": "cirros"}\'\n',
  },
  good: {
    "images.inc":
      "Images\n======\n\n.. rest_method:: POST /images\n\nNormal response codes: 201\n\nRequest\n-------\n\n.. rest_parameters:: parameters.yaml\n\n  - name: name\n\n.. literalinclude:: samples/image-create.json\n   :language: javascript\n",
    "parameters.yaml":
      "name:\n  description: |\n    The name of the image.\n  in: body\n  required: true\n  type: string\n",
    "samples/image-create.json": '{"name": "cirros"}\n',
  },
};
