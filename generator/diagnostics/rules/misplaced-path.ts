import type { Rule } from "../diagnostic.js";

export const misplacedPath: Rule<{ path: string; source: string }> = {
  code: "misplaced-path",
  severity: "warning",
  message: ({ path, source }) =>
    `"${path}" is only found beside ${source}, not from the document that includes it`,
  why: "Sphinx resolves paths from the document, so the published docs miss this file.",
  fix: "Write the path as it is seen from the document, or from the source folder with a leading slash.",
  bad: {
    "index.rst": "Compute\n=======\n\n.. include:: v2/images.inc\n",
    "v2/images.inc":
      "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nRequest\n-------\n\n.. rest_parameters:: ⟦parameters.yaml⟧\n\n  - name: image_name\n",
    "v2/parameters.yaml":
      "image_name:\n  description: |\n    The name of the image.\n  in: query\n  required: false\n  type: string\n",
  },
  good: {
    "index.rst": "Compute\n=======\n\n.. include:: v2/images.inc\n",
    "v2/images.inc":
      "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nRequest\n-------\n\n.. rest_parameters:: v2/parameters.yaml\n\n  - name: image_name\n",
    "v2/parameters.yaml":
      "image_name:\n  description: |\n    The name of the image.\n  in: query\n  required: false\n  type: string\n",
  },
};
