import type { Rule } from "../diagnostic.js";

export const zeroWidthCharacter: Rule<{ name: string }> = {
  code: "zero-width-character",
  severity: "warning",
  message: ({ name }) => `an invisible character (${name}) stands here; it is left out`,
  why: "Nobody sees it, yet a URL copied from the docs does not work.",
  fix: "Delete the invisible character.",
  bad: "Images\n======\n\n.. rest_method:: GET /ima⟦\u200b⟧ges\n\nNormal response codes: 200\n\nRequest\n-------\n\n",
  good: "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nRequest\n-------\n\n",
};
