import type { Rule } from "../diagnostic.js";

const images =
  "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nRequest\n-------\n\n";

export const unmatchedOverlayAction: Rule<{ target: string }> = {
  code: "unmatched-overlay-action",
  severity: "warning",
  message: ({ target }) => `this action of the overlay finds nothing: ${target}`,
  why: "What the action corrects is no longer in the document, or stands elsewhere now: the correction is not made.",
  fix: "Correct the target, or delete the action if the docs were mended.",
  bad: {
    "images.inc": images,
    "fixes.overlay.yaml":
      "overlay: 1.0.0\ninfo: { title: Fixes, version: '1' }\nactions:\n  - target: ⟦$.paths['/image'].get⟧\n    update: { summary: Lists the images }\n",
  },
  good: {
    "images.inc": images,
    "fixes.overlay.yaml":
      "overlay: 1.0.0\ninfo: { title: Fixes, version: '1' }\nactions:\n  - target: $.paths['/images'].get\n    update: { summary: Lists the images }\n",
  },
};
