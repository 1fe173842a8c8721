import type { Rule } from "../diagnostic.js";

export const nestingTooDeep: Rule<{ deepest: number }> = {
  code: "nesting-too-deep",
  severity: "warning",
  message: ({ deepest }) =>
    `blocks are nested more than ${deepest} levels deep; what lies below is kept as plain lines`,
  why: "Nobody can read such text, and a reader that follows it may run out of memory.",
  fix: "Indent less.",
  bad: "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\n- - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - ⟦deep⟧\n",
  good: "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\n- not deep\n",
};
