import type { Rule } from "../diagnostic.js";

export const noSuccessStatus: Rule<{
  title: string;
}> = {
  code: "no-success-status",
  severity: "warning",
  message: ({ title }) => `no code of "${title}" says that it worked`,
  why: "Readers do not learn what a good answer looks like, and a client cannot tell it from a fault.",
  fix: "Add the code of success, such as `Normal response codes: 200`.",
  bad: "⟦Show Image⟧\n==========\n\n.. rest_method:: GET /images/1\n\nError response codes: itemNotFound(404)\n",
  good: "Show Image\n==========\n\n.. rest_method:: GET /images/1\n\nNormal response codes: 200\n\nError response codes: itemNotFound(404)\n",
};
