import type { Rule } from "../diagnostic.js";

export const unnamedMediaType: Rule<{ side: string; notation: string; mediaType: string }> = {
  code: "unnamed-media-type",
  severity: "info",
  message: ({ side, notation, mediaType }) =>
    `the ${side} is shown as ${notation}, and no row names its media type; it is taken for ${mediaType}`,
  why: "Callers have to say, and to ask for, a media type. Several are used for one notation, and YAML is also a way to show what is sent as JSON.",
  fix: "Add a row for the Content-Type header whose words name the media type, or show the body as it is sent.",
  bad: {
    "images.inc":
      "Show Recipe\n===========\n\n.. rest_method:: GET /recipe\n\nNormal response codes: 200\n\nResponse Example\n----------------\n\n⟦.. code-block:: yaml\n\n   name: cirros⟧\n",
  },
  good: {
    "images.inc":
      "Show Recipe\n===========\n\n.. rest_method:: GET /recipe\n\nNormal response codes: 200\n\nResponse\n--------\n\n.. rest_parameters:: parameters.yaml\n\n  - Content-Type: content_type\n\nResponse Example\n----------------\n\n.. code-block:: yaml\n\n   name: cirros\n",
    "parameters.yaml":
      "content_type:\n  description: |\n    Always ``application/yaml``.\n  in: header\n  required: true\n  type: string\n",
  },
};
