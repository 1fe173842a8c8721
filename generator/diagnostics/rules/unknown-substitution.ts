import type { Rule } from "../diagnostic.js";

export const unknownSubstitution: Rule<{ name: string }> = {
  code: "unknown-substitution",
  severity: "warning",
  message: ({ name }) => `nothing says what |${name}| stands for`,
  why: "The docs show an error, or the bars, where words were meant to be.",
  fix: "Define it (`.. |name| replace:: words`), or write a literal where bars are meant.",
  bad: {
    "index.rst": "Images\n======\n\n.. include:: images.inc\n",
    "images.inc":
      "List Images\n-----------\n\n.. rest_method:: GET /images\n\nLists every ⟦|thing|⟧.\n\nNormal response codes: 200\n",
  },
  good: {
    "index.rst": "Images\n======\n\n.. include:: images.inc\n",
    "images.inc":
      ".. |thing| replace:: image\n\nList Images\n-----------\n\n.. rest_method:: GET /images\n\nLists every |thing|.\n\nNormal response codes: 200\n",
  },
};
