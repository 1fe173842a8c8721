import type { Rule } from "../diagnostic.js";

export const missingFolder: Rule<{ path: string; what: string; folder: string }> = {
  code: "missing-folder",
  severity: "warning",
  message: ({ path, what, folder }) =>
    `the ${what} "${path}" is in a folder that this tree does not have: ${folder}`,
  why: "Where the docs were taken out of their repository, what they include from beside them is lost; in the repository the path may be right.",
  fix: "Look at the docs where the rest of the repository is, or move the file into the docs.",
  bad: {
    "api-ref/source/index.rst":
      "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\n.. include:: ⟦../../images/history.rst⟧\n",
  },
  good: {
    "api-ref/source/index.rst":
      "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\n.. include:: history.inc\n",
    "api-ref/source/history.inc": "Images had no names once.\n",
  },
};
