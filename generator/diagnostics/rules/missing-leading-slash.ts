import type { Rule } from "../diagnostic.js";

export const missingLeadingSlash: Rule<{ url: string }> = {
  code: "missing-leading-slash",
  severity: "warning",
  message: ({ url }) => `the URL "${url}" does not begin with a slash`,
  why: "A path template begins with a slash; restanza adds it.",
  fix: "Put a slash before the URL.",
  bad: "Images\n======\n\n.. rest_method:: GET ⟦images⟧\n\nNormal response codes: 200\n\nRequest\n-------\n\n",
  good: "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nRequest\n-------\n\n",
};
