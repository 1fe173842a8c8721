import type { Rule } from "../diagnostic.js";

export const stanzaInExample: Rule<{ title: string }> = {
  code: "stanza-in-example",
  severity: "warning",
  message: ({ title }) =>
    `this rest_method shows how "${title}" is asked for; it is read as an example, and no operation of its own`,
  why: "Sphinx publishes it as one more operation, which is called as the heading of the example.",
  fix: "Show the request as code, `.. code-block:: http`, and document its query parameters in rows.",
  bad: "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nResponse Example\n----------------\n\n⟦.. rest_method:: GET /images?limit=2⟧\n",
  good: "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nResponse Example\n----------------\n\n.. code-block:: text\n\n   GET /images?limit=2\n",
};
