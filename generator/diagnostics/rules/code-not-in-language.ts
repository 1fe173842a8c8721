import type { Rule } from "../diagnostic.js";

export const codeNotInLanguage: Rule<{ language: string; found: string }> = {
  code: "code-not-in-language",
  severity: "info",
  message: ({ language, found }) => `"${found}" is nothing in ${language}`,
  why: "Sphinx shows the code without colours, and warns of it.",
  fix: "Correct the code, or give it the language `none`.",
  bad: "Images\n======\n\n.. rest_method:: GET /images\n\n.. code-block:: json\n\n   [⟦.⟧..]\n\nNormal response codes: 200\n",
  good: "Images\n======\n\n.. rest_method:: GET /images\n\n.. code-block:: none\n\n   [...]\n\nNormal response codes: 200\n",
};
