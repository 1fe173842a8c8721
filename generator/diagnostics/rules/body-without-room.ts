import type { Rule } from "../diagnostic.js";

export const bodyWithoutRoom: Rule<{
  /** Absent where a sample alone shows the body. */
  name: string | undefined;
  method: string;
  taken: "body" | "query";
}> = {
  code: "body-without-room",
  severity: "warning",
  message: ({ name, method, taken }) =>
    `${name === undefined ? "this sample shows a" : `"${name}" is documented as a part of the`} body, which a ${method} does not have${taken === "query" ? "; it is read as a query parameter" : ""}`,
  why: "The content of a GET or HEAD means nothing (RFC 9110, 9.3.1), proxies drop it, and `fetch` refuses to send it: no client function takes it.",
  fix: "Correct the method, or refer to an entry with `in: query`.",
  bad: {
    "images.inc":
      "Tasks\n=====\n\n.. rest_method:: GET /v1/tasks\n\nNormal response codes: 200\n\nRequest\n-------\n\n.. rest_parameters:: parameters.yaml\n\n  - ⟦task⟧: task\n",
    "parameters.yaml":
      "task:\n  description: |\n    What it is.\n  in: body\n  required: true\n  type: object\n",
  },
  good: {
    "images.inc":
      'Tasks\n=====\n\n.. rest_method:: POST /v1/tasks\n\nNormal response codes: 200\n\nRequest\n-------\n\n.. rest_parameters:: parameters.yaml\n\n  - task: task\n\n**Example**\n\n.. code-block:: json\n\n   {"task": {}}\n',
    "parameters.yaml":
      "task:\n  description: |\n    What it is.\n  in: body\n  required: true\n  type: object\n",
  },
};
