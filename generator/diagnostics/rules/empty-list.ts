import type { Rule } from "../diagnostic.js";

export const emptyList: Rule<{ directive: string }> = {
  code: "empty-list",
  severity: "error",
  message: ({ directive }) => `${directive} lists nothing`,
  why: "os-api-ref shows an error in place of the list.",
  fix: "List what there is below the directive, indented, or remove the directive.",
  bad: "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nRequest\n-------\n\n.. ⟦rest_parameters⟧:: parameters.yaml\n",
  good: "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n",
};
