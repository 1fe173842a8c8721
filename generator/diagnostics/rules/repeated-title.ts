import type { Rule } from "../diagnostic.js";

export const repeatedTitle: Rule<{
  title: string;
  other: string;
  operationId: string;
}> = {
  code: "repeated-title",
  severity: "warning",
  message: ({ title, other, operationId }) =>
    `"${title}" is the title of ${other}, too; this one becomes ${operationId}`,
  why: "Links and tables of contents lead to the wrong one, and generated names need a suffix that says little.",
  fix: "Give each operation a title of its own.",
  bad: "List Images\n===========\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\n⟦List Images⟧\n===========\n\n.. rest_method:: GET /images/detail\n\nNormal response codes: 200\n",
  good: "List Images\n===========\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nList Images With Details\n========================\n\n.. rest_method:: GET /images/detail\n\nNormal response codes: 200\n",
};
