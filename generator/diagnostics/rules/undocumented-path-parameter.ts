import type { Rule } from "../diagnostic.js";

export const undocumentedPathParameter: Rule<{ name: string; twin: string | undefined }> = {
  code: "undocumented-path-parameter",
  severity: "warning",
  message: ({ name, twin }) =>
    `no row documents {${name}} of the URL${twin === undefined ? "" : `: the row is called "${twin}"`}`,
  why: "Readers are not told what to put there, and what is generated takes any text.",
  fix: "Add a row for it to the request, with an entry that says `in: path`, or give the row that is meant the name that the URL has.",
  bad: {
    "images.inc":
      "Delete Image\n============\n\n.. rest_method:: DELETE /images/⟦{image_id}⟧\n\nNormal response codes: 204\n",
  },
  good: {
    "images.inc":
      "Delete Image\n============\n\n.. rest_method:: DELETE /images/{image_id}\n\nNormal response codes: 204\n\nRequest\n-------\n\n.. rest_parameters:: parameters.yaml\n\n  - image_id: image_id\n",
    "parameters.yaml":
      "image_id:\n  description: |\n    The UUID of the image.\n  in: path\n  required: true\n  type: string\n",
  },
};
