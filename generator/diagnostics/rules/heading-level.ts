import type { Rule } from "../diagnostic.js";

export const headingLevel: Rule<{ adornment: string; overlined: boolean }> = {
  code: "heading-level",
  severity: "error",
  message: ({ adornment, overlined }) =>
    `a heading ${overlined ? "between" : "over"} "${adornment}" does not fit here: the order of the headings' lines differs from the one used before`,
  why: "Sphinx refuses such a heading, and its words vanish from the table of contents.",
  fix: "Use the adornment that this level has elsewhere in the document (files included by one document share them).",
  bad: "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nResponse\n--------\n\nNothing.\n\nFlavors\n=======\n\n⟦Details⟧\n~~~~~~~\n\nMore.\n",
  good: "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nResponse\n--------\n\nNothing.\n\nFlavors\n=======\n\nDetails\n-------\n\nMore.\n",
};
