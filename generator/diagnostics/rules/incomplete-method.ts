import type { Rule } from "../diagnostic.js";

export const incompleteMethod: Rule<{ said: string }> = {
  code: "incomplete-method",
  severity: "error",
  message: ({ said }) => `"${said}" is no method and URL`,
  why: "The operation cannot be called.",
  fix: "Write a method in capitals and a URL: `.. rest_method:: GET /images`.",
  bad: "Images\n======\n\n.. rest_method:: ⟦GET⟧\n\nNormal response codes: 200\n\nRequest\n-------\n\n",
  good: "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nRequest\n-------\n\n",
};
