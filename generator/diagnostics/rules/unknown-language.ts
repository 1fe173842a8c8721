import type { Rule } from "../diagnostic.js";

export const unknownLanguage: Rule<{ language: string; nearest: string | undefined }> = {
  code: "unknown-language",
  severity: "warning",
  message: ({ language, nearest }) =>
    `no highlighter has the language "${language}"${nearest === undefined ? "" : `; did you mean "${nearest}"?`}`,
  why: "Sphinx shows the code without colours, and warns of it.",
  fix: "Write a name that Pygments knows, such as `json`, `console`, `http` or `none`.",
  bad: "Images\n======\n\n.. rest_method:: GET /images\n\n.. code-block:: ⟦jsno⟧\n\n   []\n\nNormal response codes: 200\n",
  good: "Images\n======\n\n.. rest_method:: GET /images\n\n.. code-block:: json\n\n   []\n\nNormal response codes: 200\n",
};
