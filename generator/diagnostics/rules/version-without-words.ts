import type { Rule } from "../diagnostic.js";

const index = "Images API\n==========\n\n.. toctree::\n\n   history\n\n.. include:: images.inc\n";

const chapter =
  "Images\n======\n\nShow Image\n----------\n\n.. rest_method:: GET /images/1\n\nNormal response codes: 200\n\nResponse\n~~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n  - name: image_name\n\n**Example: JSON response**\n\n.. literalinclude:: show.json\n   :language: json\n";

const entry =
  "image_name:\n  description: |\n    The name of the image.\n  in: body\n  required: true\n  type: string\n";

export const versionWithoutWords: Rule<{ version: string }> = {
  code: "version-without-words",
  severity: "info",
  message: ({ version }) => `nothing else in the docs speaks of ${version}`,
  why: "Who reads how an operation is called does not learn what is different in this version.",
  fix: "Say it where it matters: min_version or max_version of an entry, or a sentence of the operation.",
  bad: {
    "index.rst": index,
    "history.rst":
      "History\n=======\n\n1.1\n---\n\nThe first.\n\n⟦1.2⟧\n---\n\nImages have names.\n",
    "images.inc": chapter,
    "parameters.yaml": entry,
    "show.json": '{ "name": "bare-metal" }\n',
  },
  good: {
    "index.rst": index,
    "history.rst": "History\n=======\n\n1.1\n---\n\nThe first.\n\n1.2\n---\n\nImages have names.\n",
    "images.inc": chapter,
    "parameters.yaml": entry.replace("  required", "  min_version: 1.2\n  required"),
    "show.json": '{ "name": "bare-metal" }\n',
  },
};
