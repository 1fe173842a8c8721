import type { Rule } from "../diagnostic.js";

export const unknownMethod: Rule<{ method: string; nearest: string | undefined }> = {
  code: "unknown-method",
  severity: "warning",
  message: ({ method, nearest }) =>
    `${method} is no method that HTTP has${nearest === undefined ? "" : `; ${nearest} is meant, perhaps`}`,
  why: "OpenAPI has no place for it: the operation stands under `x-restanza-operations` alone, and other tools do not see it.",
  fix: "Write a registered method: GET, HEAD, POST, PUT, PATCH or DELETE.",
  bad: "Images\n======\n\n.. rest_method:: ⟦GTE⟧ /images\n\nNormal response codes: 200\n\nRequest\n-------\n\n",
  good: "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nRequest\n-------\n\n",
};
