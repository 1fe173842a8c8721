import type { Rule } from "../diagnostic.js";

export const ignoreWithoutEffect: Rule<{ code: string; nearest: string | undefined }> = {
  code: "ignore-without-effect",
  severity: "warning",
  message: ({ code, nearest }) =>
    `nothing here is reported as "${code}"${nearest === undefined ? "" : `: did you mean "${nearest}"?`}`,
  why: "A comment that outlived its reason hides the next finding of its kind.",
  fix: "Delete the comment, or put it directly before the block or heading that it is about.",
  bad: "Images\n======\n\n.. restanza-ignore: ⟦no-status-code⟧ the gateway answers\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nRequest\n-------\n",
  good: "Images\n======\n\n.. restanza-ignore: no-status-code the gateway answers\n\n.. rest_method:: GET /images\n\nRequest\n-------\n",
};
