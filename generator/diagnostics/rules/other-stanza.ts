import type { Rule } from "../diagnostic.js";

export const otherStanza: Rule<{ directive: string; call: string }> = {
  code: "other-stanza",
  severity: "warning",
  message: ({ directive, call }) =>
    `"${call}" is written as "${directive}", a directive of sphinxcontrib-httpdomain, and is not read as an operation`,
  why: "Only what a rest_method begins is an operation of os-api-ref: nothing is generated for any other.",
  fix: "Write it as a rest_method below a heading of its own.",
  bad: "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nRequest\n-------\n\n.. ⟦http:post⟧:: /images\n",
  good: "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nRequest\n-------\n\n",
};
