import type { Rule } from "../diagnostic.js";

export const sampleUnreadable: Rule<{ reason: string }> = {
  code: "sample-unreadable",
  severity: "error",
  message: ({ reason }) => `this sample is not valid JSON and cannot be repaired: ${reason}`,
  why: "The shape that it shows is lost.",
  fix: "Make the sample valid JSON.",
  bad: {
    "images.inc":
      "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nResponse\n--------\n\n.. rest_parameters:: parameters.yaml\n\n  - images: images\n\n.. literalinclude:: samples/images-list-resp.json\n   :language: javascript\n",
    "parameters.yaml":
      "images:\n  description: |\n    The names of the images.\n  in: body\n  required: true\n  type: array\n",
    "samples/images-list-resp.json": '{"images" ⟦=⟧> ["cirros"]}\n',
  },
  good: {
    "images.inc":
      "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nResponse\n--------\n\n.. rest_parameters:: parameters.yaml\n\n  - images: images\n\n.. literalinclude:: samples/images-list-resp.json\n   :language: javascript\n",
    "parameters.yaml":
      "images:\n  description: |\n    The names of the images.\n  in: body\n  required: true\n  type: array\n",
    "samples/images-list-resp.json": '{"images": ["cirros"]}\n',
  },
};
