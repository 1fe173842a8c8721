import type { Rule } from "../diagnostic.js";

export const unusualUrlNotation: Rule<{ written: string; meant: string }> = {
  code: "unusual-url-notation",
  severity: "warning",
  message: ({ written, meant }) =>
    meant === ""
      ? `"${written}" is no part of the URL; it is left out`
      : `"${written}" is read as ${meant === "/" ? "one slash" : `the variable ${meant}`}`,
  why: "os-api-ref, OpenAPI and readers know a variable of a URL by its braces; another notation is taken for text. An empty part of a path is another path.",
  fix: "Put the name in braces, one slash between two parts, and nothing around the URL.",
  bad: {
    "images.inc":
      "Tasks\n=====\n\n.. rest_method:: GET /v1/tasks/⟦<task_id>⟧\n\nNormal response codes: 200\n\nRequest\n-------\n\n.. rest_parameters:: parameters.yaml\n\n  - task_id: task_id\n",
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
