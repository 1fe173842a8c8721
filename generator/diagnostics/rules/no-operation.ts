import type { Rule } from "../diagnostic.js";

export const noOperation: Rule<{ files: number }> = {
  code: "no-operation",
  severity: "error",
  message: ({ files }) =>
    `no rest_method was found in ${files === 1 ? "this file" : `${files} files`}`,
  why: "There is nothing to make anything from.",
  fix: "Point restanza at the folder that holds the api-ref sources, and see that the index includes its chapters.",
  bad: "⟦Images⟧\n======\n\nOperations on images.\n",
  good: "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nRequest\n-------\n\n",
};
