import type { Rule } from "../diagnostic.js";

export const ignoreWithoutReason: Rule<{ code: string }> = {
  code: "ignore-without-reason",
  severity: "warning",
  message: ({ code }) => `this comment does not say why "${code}" is ignored`,
  why: "The next reader of the docs cannot tell whether the reason still holds.",
  fix: "Write the reason behind the code.",
  bad: "Images\n======\n\n.. restanza-ignore: ⟦no-status-code⟧\n\n.. rest_method:: GET /images\n\nRequest\n-------\n",
  good: "Images\n======\n\n.. restanza-ignore: no-status-code the gateway answers\n\n.. rest_method:: GET /images\n\nRequest\n-------\n",
};
