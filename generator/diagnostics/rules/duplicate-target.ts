import type { Rule } from "../diagnostic.js";

/** `elsewhere` is the other document of the two, where they are two. */
export const duplicateTarget: Rule<{ name: string; elsewhere?: string }> = {
  code: "duplicate-target",
  severity: "warning",
  message: ({ name, elsewhere }) =>
    elsewhere === undefined
      ? `the target "${name}" is defined twice, and not for the same address`
      : `the target "${name}" is defined in ${elsewhere}, too`,
  why: "Sphinx cannot know which of the two is meant: links to the name become errors in the docs, or lead to the wrong place.",
  fix: "Give one of the two another name; where a link only needs its own address, write two underscores behind it (`text <https://…>`__).",
  bad: "Images\n======\n\n.. rest_method:: GET /images\n\nSee `here <https://docs.example.org/a>`_ and ⟦`here <https://docs.example.org/b>`_⟧.\n\nNormal response codes: 200\n",
  good: "Images\n======\n\n.. rest_method:: GET /images\n\nSee `here <https://docs.example.org/a>`__ and `here <https://docs.example.org/b>`__.\n\nNormal response codes: 200\n",
};
