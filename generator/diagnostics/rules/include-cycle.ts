import type { Rule } from "../diagnostic.js";

export const includeCycle: Rule<{ path: string; chain: readonly string[] }> = {
  code: "include-cycle",
  severity: "error",
  message: ({ path, chain }) => `"${path}" includes itself: ${chain.join(" → ")}`,
  why: "The text would never end, so this include is left out.",
  fix: "Take one include out of the circle.",
  bad: {
    "index.rst": "Compute\n=======\n\n.. include:: images.inc\n",
    "images.inc":
      "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\n.. include:: ⟦images.inc⟧\n",
  },
  good: {
    "index.rst": "Compute\n=======\n\n.. include:: images.inc\n",
    "images.inc": "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n",
  },
};
