import type { Rule } from "../diagnostic.js";

export const unreadableFile: Rule<{ path: string; reason: string }> = {
  code: "unreadable-file",
  severity: "error",
  message: ({ path, reason }) => `"${path}" cannot be read: ${reason}`,
  why: "What the file says is lost.",
  fix: "Make it a regular UTF-8 text file of a usual size.",
  bad: {
    "images.inc":
      "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nRequest\n-------\n\n.. rest_parameters:: ⟦parameters⟧\n\n  - name: image_name\n",
    "parameters/images.yaml": "image_name:\n  in: query\n  type: string\n",
  },
  good: {
    "images.inc":
      "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nRequest\n-------\n\n.. rest_parameters:: parameters/images.yaml\n\n  - name: image_name\n",
    "parameters/images.yaml": "image_name:\n  in: query\n  type: string\n",
  },
};
