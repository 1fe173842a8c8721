import type { Rule } from "../diagnostic.js";

export const pathParameterNotInUrl: Rule<{
  name: string;
  path: string;
  taken: "query" | undefined;
}> = {
  code: "path-parameter-not-in-url",
  severity: "warning",
  message: ({ name, path, taken }) =>
    `"${name}" is documented as a part of the path, but ${path} has no {${name}}${taken === undefined ? "" : "; it is read as a query parameter"}`,
  why: "Nobody can send it: what the row describes is either called otherwise or not there.",
  fix: "Give the row the name that the URL has, refer to an entry with the right `in`, or remove it.",
  bad: {
    "images.inc":
      "Delete Image\n============\n\n.. rest_method:: DELETE /images/{image_id}\n\nNormal response codes: 204\n\nRequest\n-------\n\n.. rest_parameters:: parameters.yaml\n\n  - image_id: image_id\n  - ⟦member_id⟧: member_id\n",
    "parameters.yaml":
      "image_id:\n  description: |\n    The UUID of the image.\n  in: path\n  required: true\n  type: string\nmember_id:\n  description: |\n    The UUID of the member.\n  in: path\n  required: true\n  type: string\n",
  },
  good: {
    "images.inc":
      "Delete Image\n============\n\n.. rest_method:: DELETE /images/{image_id}\n\nNormal response codes: 204\n\nRequest\n-------\n\n.. rest_parameters:: parameters.yaml\n\n  - image_id: image_id\n",
    "parameters.yaml":
      "image_id:\n  description: |\n    The UUID of the image.\n  in: path\n  required: true\n  type: string\n",
  },
};
