import type { Rule } from "../diagnostic.js";

export const gluedVariable: Rule<{ name: string; segment: string }> = {
  code: "glued-variable",
  severity: "warning",
  message: ({ name, segment }) => `${name} touches what stands beside it in "${segment}"`,
  why: "A slash or another mark is missing: the URL that comes of it is none of the service, or nobody can tell where one value ends and the next begins.",
  fix: "Put between the two what the service expects, mostly a slash.",
  bad: {
    "images.inc":
      "Tasks\n=====\n\n.. rest_method:: GET /v1/tasks⟦{task_id}⟧\n\nNormal response codes: 200\n\nRequest\n-------\n\n.. rest_parameters:: parameters.yaml\n\n  - task_id: task_id\n",
    "parameters.yaml":
      "task_id:\n  description: |\n    Which task.\n  in: path\n  required: true\n  type: string\n",
  },
  good: {
    "images.inc":
      "Tasks\n=====\n\n.. rest_method:: GET /v1/tasks/{task_id}\n\nNormal response codes: 200\n\nRequest\n-------\n\n.. rest_parameters:: parameters.yaml\n\n  - task_id: task_id\n",
    "parameters.yaml":
      "task_id:\n  description: |\n    Which task.\n  in: path\n  required: true\n  type: string\n",
  },
};
