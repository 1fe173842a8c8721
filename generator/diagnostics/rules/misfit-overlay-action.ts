import type { Rule } from "../diagnostic.js";

const images =
  "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nRequest\n-------\n\n";

export const misfitOverlayAction: Rule<{ target: string; reason: string }> = {
  code: "misfit-overlay-action",
  severity: "error",
  message: ({ target, reason }) => `the overlay's change of ${target} is not made: ${reason}`,
  why: "An overlay merges objects into objects and joins lists; anything else would break the document that it corrects.",
  fix: "Let the target select the object around the value, and write the value as a member of update.",
  bad: {
    "images.inc": images,
    "fixes.overlay.yaml":
      "overlay: 1.0.0\ninfo: { title: Fixes, version: '1' }\nactions:\n  - target: ⟦$.paths['/images'].get⟧\n    update: Lists the images\n",
  },
  good: {
    "images.inc": images,
    "fixes.overlay.yaml":
      "overlay: 1.0.0\ninfo: { title: Fixes, version: '1' }\nactions:\n  - target: $.paths['/images'].get\n    update: { summary: Lists the images }\n",
  },
};
