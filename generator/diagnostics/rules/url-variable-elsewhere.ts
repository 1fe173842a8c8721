import type { Rule } from "../diagnostic.js";

export const urlVariableElsewhere: Rule<{ name: string; reference: string; place: string }> = {
  code: "url-variable-elsewhere",
  severity: "warning",
  message: ({ name, reference, place }) =>
    `the URL has {${name}}, but the entry "${reference}" that the row refers to says \`in: ${place}\``,
  why: "The published table says that it stands elsewhere than in the URL. It is read as a part of the path.",
  fix: "Refer to an entry with `in: path`.",
  bad: {
    "images.inc":
      "Tasks\n=====\n\n.. rest_method:: PUT /v1/tasks/{host}\n\nNormal response codes: 200\n\nRequest\n-------\n\n.. rest_parameters:: parameters.yaml\n\n  - ⟦host⟧: host\n",
    "parameters.yaml":
      "host:\n  description: |\n    What it is.\n  in: body\n  required: true\n  type: string\n",
  },
  good: {
    "images.inc":
      "Tasks\n=====\n\n.. rest_method:: PUT /v1/tasks/{host}\n\nNormal response codes: 200\n\nRequest\n-------\n\n.. rest_parameters:: parameters.yaml\n\n  - host: host_path\n",
    "parameters.yaml":
      "host_path:\n  description: |\n    What it is.\n  in: path\n  required: true\n  type: string\n",
  },
};
