import type { Rule } from "../diagnostic.js";

export const labelWithoutTitle: Rule<{ label: string }> = {
  code: "label-without-title",
  severity: "warning",
  message: ({ label }) =>
    `the label "${label}" stands before no title, and the link to it has no words`,
  why: "Sphinx takes the words of such a link from the title behind the label; where there is none it shows the label.",
  fix: "Write words into the link (`words <label>`), or put the label before a title.",
  bad: {
    "index.rst": "Compute\n=======\n\n.. include:: images.inc\n",
    "images.inc":
      "Images\n------\n\n.. rest_method:: GET /images\n\nSee ⟦:ref:`images-note`⟧.\n\n.. _images-note:\n\nImages are large.\n\nNormal response codes: 200\n",
  },
  good: {
    "index.rst": "Compute\n=======\n\n.. include:: images.inc\n",
    "images.inc":
      "Images\n------\n\n.. rest_method:: GET /images\n\nSee :ref:`the note <images-note>`.\n\n.. _images-note:\n\nImages are large.\n\nNormal response codes: 200\n",
  },
};
