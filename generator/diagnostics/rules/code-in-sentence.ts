import type { Rule } from "../diagnostic.js";

export const codeInSentence: Rule<{ code: number }> = {
  code: "code-in-sentence",
  severity: "info",
  message: ({ code }) => `${code} is said in a sentence only, and in no list of codes; it is read`,
  why: "Readers look for codes in the list, and programs that are strict find them nowhere else.",
  fix: "List the code with the others.",
  bad: "Show Image\n==========\n\n.. rest_method:: GET /images/first\n\nIf there is no image, this call returns a ⟦404⟧.\n\nNormal response codes: 200\n",
  good: "Show Image\n==========\n\n.. rest_method:: GET /images/first\n\nIf there is no image, this call returns a 404.\n\nNormal response codes: 200\n\nError response codes: 404\n",
};
