import type { Rule } from "../diagnostic.js";

export const limitNotResolved: Rule<{ subject: string }> = {
  code: "limit-not-resolved",
  severity: "warning",
  message: ({ subject }) =>
    `this limits "${subject}" to some microversions, and it cannot be told which operations that are`,
  why: "Callers of the other microversions get a 404 where the document promises an operation.",
  fix: "Write `min_version` or `max_version` below the rest_method of each operation, or name operations by words of their titles.",
  bad: "Images\n======\n\n⟦The volume APIs return 404 from microversion 2.31 on.⟧\n\nList Images\n-----------\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n",
  good: "Images\n======\n\nThe image APIs return 404 from microversion 2.31 on.\n\nList Images\n-----------\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n",
};
