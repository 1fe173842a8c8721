import type { Rule } from "../diagnostic.js";

export const noStatusCode: Rule<{ title: string; line: number | undefined }> = {
  code: "no-status-code",
  severity: "warning",
  message: ({ title, line }) =>
    line === undefined
      ? `no response code is documented for "${title}"`
      : `no list of codes says what "${title}" answers, only the line "Status: ${line}"`,
  why: "Callers cannot tell an answer that is meant from one that is not.",
  fix: "Write `Normal response codes: 200`, or a rest_status_code list.",
  bad: "Images\n======\n\n⟦.. rest_method:: GET /images⟧\n",
  good: "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n",
};
