import type { Rule } from "../diagnostic.js";

export const rawMarkup: Rule<{ format: string }> = {
  code: "raw-markup",
  severity: "info",
  message: ({ format }) => `raw ${format === "" ? "markup" : format} is left out`,
  why: "It goes into a page as it stands, whatever it does there, and means nothing anywhere else.",
  fix: "Write it as reStructuredText.",
  bad: "Images\n======\n\n.. rest_method:: GET /images\n\nLists images.\n\n⟦.. raw:: html\n\n   <b>All of them.</b>⟧\n\nNormal response codes: 200\n",
  good: "Images\n======\n\n.. rest_method:: GET /images\n\nLists images.\n\n**All of them.**\n\nNormal response codes: 200\n",
};
