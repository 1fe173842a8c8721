import type { Rule } from "../diagnostic.js";

export const unreadTable: Rule<{ url: string }> = {
  code: "unread-table",
  severity: "warning",
  message: ({ url }) => `the rows of this table are at "${url}", and are not read from there`,
  why: "Docs are read as they lie on the disk: what the table lists is neither in the description nor among the parameters.",
  fix: "Save the rows beside the docs, and name them with `:file:`.",
  bad: "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\n.. csv-table:: Request parameters\n   :url: ⟦https://example.org/images.csv⟧\n   :header-rows: 1\n",
  good: {
    "images.inc":
      "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\n.. csv-table:: Request parameters\n   :file: images.csv\n   :header-rows: 1\n",
    "images.csv": "Name,In,Type,Description\nlimit,query,integer,How many.\n",
  },
};
