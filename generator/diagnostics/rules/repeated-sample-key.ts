import type { Rule } from "../diagnostic.js";

export const repeatedSampleKey: Rule<{ name: string }> = {
  code: "repeated-sample-key",
  severity: "warning",
  message: ({ name }) => `the key "${name}" stands twice in one object; only this one counts`,
  why: "JSON leaves open which of the two a reader gets, and most keep the last one.",
  fix: "Delete one of the two, or correct its name.",
  bad: {
    "images.inc":
      "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nResponse\n--------\n\n.. rest_parameters:: parameters.yaml\n\n  - images: images\n\n.. literalinclude:: samples/images-list-resp.json\n   :language: javascript\n",
    "parameters.yaml":
      "images:\n  description: |\n    The names of the images.\n  in: body\n  required: true\n  type: array\n",
    "samples/images-list-resp.json": '{"images": [], ⟦"images"⟧: ["cirros"]}\n',
  },
  good: {
    "images.inc":
      "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nResponse\n--------\n\n.. rest_parameters:: parameters.yaml\n\n  - images: images\n\n.. literalinclude:: samples/images-list-resp.json\n   :language: javascript\n",
    "parameters.yaml":
      "images:\n  description: |\n    The names of the images.\n  in: body\n  required: true\n  type: array\n",
    "samples/images-list-resp.json": '{"images": ["cirros"]}\n',
  },
};
