import type { Rule } from "../diagnostic.js";

export const severalOperations: Rule<{ said: string; calls: readonly string[] }> = {
  code: "several-operations",
  severity: "warning",
  message: ({ said, calls }) =>
    `"${said}" stands for ${calls.length} operations, ${calls.join(", ")}: each is read with all that is said below`,
  why: "os-api-ref shows one method and one URL; what is sent and answered differs between methods, and cannot be told apart below one stanza.",
  fix: "Write a heading and a rest_method for each.",
  bad: "Images\n======\n\n.. rest_method:: ⟦GET|HEAD /images⟧\n\nNormal response codes: 200\n\nRequest\n-------\n\n",
  good: "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nRequest\n-------\n\n",
};
