import type { Rule } from "../diagnostic.js";

export const memberOfEmptyAnswer: Rule<{ name: string }> = {
  code: "member-of-empty-answer",
  severity: "warning",
  message: ({ name }) =>
    `"${name}" is documented as a member of an answer whose Content-Length is said to be zero`,
  why: "An answer without content has no members: who reads them finds none.",
  fix: "Remove the row, write the header that is meant, or say of Content-Length what it is.",
  bad: {
    "images.inc":
      "Upload Image\n============\n\n.. rest_method:: PUT /images/1/file\n\nNormal response codes: 201\n\nResponse\n--------\n\n.. rest_parameters:: parameters.yaml\n\n  - Content-Length: length\n  - ⟦checksum⟧: checksum\n",
    "parameters.yaml":
      "checksum:\n  description: |\n    The MD5 sum of the image.\n  in: body\n  required: true\n  type: string\nlength:\n  description: |\n    The value is zero.\n  in: header\n  required: true\n  type: integer\n",
  },
  good: {
    "images.inc":
      "Upload Image\n============\n\n.. rest_method:: PUT /images/1/file\n\nNormal response codes: 201\n\nResponse\n--------\n\n.. rest_parameters:: parameters.yaml\n\n  - Content-Length: length\n  - ETag: checksum\n",
    "parameters.yaml":
      "checksum:\n  description: |\n    The MD5 sum of the image.\n  in: header\n  required: true\n  type: string\nlength:\n  description: |\n    The value is zero.\n  in: header\n  required: true\n  type: integer\n",
  },
};
