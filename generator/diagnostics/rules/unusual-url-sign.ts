import type { Rule } from "../diagnostic.js";

export const unusualUrlSign: Rule<{ sign: string; segment: string }> = {
  code: "unusual-url-sign",
  severity: "warning",
  message: ({ sign, segment }) =>
    `"${sign}" in "${segment}" is taken for a part of the path as it stands`,
  why: "No path of a service has such a sign (RFC 3986 allows most of them percent-encoded only): it is a notation that is not known here, so the path may be another one.",
  fix: "Put variables in braces, and leave out what is no part of the URL.",
  bad: "Images\n======\n\n.. rest_method:: GET /images/⟦*⟧\n\nNormal response codes: 200\n\nRequest\n-------\n\n",
  good: "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nRequest\n-------\n\n",
};
