import type { Rule } from "../diagnostic.js";

export const misplacedHeading: Rule<{ title: string; other: string; high: boolean }> = {
  code: "misplaced-heading",
  severity: "warning",
  message: ({ title, other, high }) =>
    high
      ? `the heading of "${title}" is above those of its siblings, so that "${other}" is published as a part of it`
      : `the heading of "${title}" is below that of "${other}", so that it is published as a part of it`,
  why: "Readers of the table of contents do not find an operation inside another one.",
  fix: "Underline it as the headings of the other operations of the file.",
  bad: "Images\n======\n\nList Images\n-----------\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nResponse\n~~~~~~~~\n\nNothing.\n\n⟦Delete Images⟧\n~~~~~~~~~~~~~\n\n.. rest_method:: DELETE /images\n\nNormal response codes: 204\n",
  good: "Images\n======\n\nList Images\n-----------\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nResponse\n~~~~~~~~\n\nNothing.\n\nDelete Images\n-------------\n\n.. rest_method:: DELETE /images\n\nNormal response codes: 204\n",
};
