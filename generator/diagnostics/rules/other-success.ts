import type { Rule } from "../diagnostic.js";

export const otherSuccess: Rule<{
  named: number;
  answered: number;
  from: string;
}> = {
  code: "other-success",
  severity: "warning",
  message: ({ named, answered, from }) =>
    `the docs name ${named}, but the service is known to answer ${answered} (${from})`,
  why: "Programs take an answer that no docs name for a strange one, though everything went well. The document has both.",
  fix: "Name the code that the service answers; look at its code, or at an answer of it.",
  bad: {
    "quotas.inc":
      "Load Balancing API\n==================\n\nReset Quota\n-----------\n\n.. rest_method:: DELETE /v2/lbaas/quotas/{project_id}\n\nNormal response codes: ⟦204⟧\n\nRequest\n~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n  - project_id: project_id\n",
    "parameters.yaml":
      "project_id:\n  description: |\n    The project.\n  in: path\n  required: true\n  type: string\n",
  },
  good: {
    "quotas.inc":
      "Load Balancing API\n==================\n\nReset Quota\n-----------\n\n.. rest_method:: DELETE /v2/lbaas/quotas/{project_id}\n\nNormal response codes: 202\n\nRequest\n~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n  - project_id: project_id\n",
    "parameters.yaml":
      "project_id:\n  description: |\n    The project.\n  in: path\n  required: true\n  type: string\n",
  },
};
