import type { Rule } from "../diagnostic.js";

export const unknownStatusCode: Rule<{ code: string; meant?: number }> = {
  code: "unknown-status-code",
  severity: "warning",
  message: ({ code, meant }) =>
    `${code} is no status code of HTTP${meant === undefined ? "" : `: letters stand in it, and it is read as ${meant}`}`,
  why: "Readers wait for an answer that never comes, and miss the one that does: a digit was lost or mistyped.",
  fix: "Write a code of the HTTP Status Code Registry (RFC 9110, section 15).",
  bad: "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nError response codes: 400, ⟦44⟧\n",
  good: "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nError response codes: 400, 404\n",
};
