import type { Rule } from "../diagnostic.js";

export const noStatusCode: Rule<{ title: string }> = {
  code: "no-status-code",
  severity: "warning",
  message: ({ title }) => `no response code is documented for "${title}"`,
  why: "Callers cannot tell an answer that is meant from one that is not.",
  fix: "Write `Normal response codes: 200`, or a rest_status_code list.",
  bad: "Images\n======\n\n⟦.. rest_method:: GET /images⟧\n",
  good: "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n",
};
