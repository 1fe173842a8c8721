import type { Rule } from "../diagnostic.js";

export const stanzaInCode: Rule<{ title: string }> = {
  code: "stanza-in-code",
  severity: "info",
  message: ({ title }) =>
    `this rest_method stands in a block of code and shows how "${title}" is asked for; it is no operation of its own`,
  why: "Sphinx prints it as code, too: the published docs show the source of a directive to people who look for a request.",
  fix: "Show the request as HTTP has it: the method and the URL without `.. rest_method::`.",
  bad: "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nRequest Example\n---------------\n\n.. code-block:: rst\n\n   ⟦.. rest_method:: GET /images?limit=2⟧\n",
  good: "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nRequest Example\n---------------\n\n.. code-block:: text\n\n   GET /images?limit=2\n",
};
