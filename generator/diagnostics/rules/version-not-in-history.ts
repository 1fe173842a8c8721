import type { Rule } from "../diagnostic.js";

const chapter =
  "Images\n======\n\nWhat came when is `told elsewhere`_.\n\n.. _told elsewhere: https://docs.example.org/boxes/latest/version-history.html\n\nShow Image\n----------\n\n.. rest_method:: GET /images/1\n\nNormal response codes: 200\n\nResponse\n~~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n  - name: image_name\n\n**Example: JSON response**\n\n.. literalinclude:: show.json\n   :language: json\n";

const history = "Versions\n========\n\n1.1\n---\n\nThe first.\n";

export const versionNotInHistory: Rule<{
  version: string;
  bound: "first" | "last";
  /** The version that the history should tell of. */
  wanted: string;
  history: string;
  last: string;
}> = {
  code: "version-not-in-history",
  severity: "warning",
  message: ({ version, bound, wanted, history, last }) =>
    `${version} is the ${bound} version of it, but ${history}, which ends with ${last}, says nothing of ${wanted}`,
  why: "Callers who read the history, and those who compare two states of the docs, cannot tell a change of the service from a slip of the docs.",
  fix: "Add a section for the version to the history, or correct the bound.",
  bad: {
    "api-ref/source/images.inc": chapter,
    "api-ref/source/parameters.yaml":
      "image_name:\n  description: |\n    The name of the image.\n  in: body\n  min_version: ⟦1.2⟧\n  required: true\n  type: string\n",
    "api-ref/source/show.json": '{ "name": "bare-metal" }\n',
    "doc/source/version-history.rst": history,
  },
  good: {
    "api-ref/source/images.inc": chapter,
    "api-ref/source/parameters.yaml":
      "image_name:\n  description: |\n    The name of the image.\n  in: body\n  min_version: 1.2\n  required: true\n  type: string\n",
    "api-ref/source/show.json": '{ "name": "bare-metal" }\n',
    "doc/source/version-history.rst": `${history}\n1.2\n---\n\nImages have names.\n`,
  },
};
