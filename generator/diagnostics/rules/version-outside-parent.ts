import type { Rule } from "../diagnostic.js";

interface Range {
  readonly min?: string;
  readonly max?: string;
}

function words({ min, max }: Range): string {
  if (min === undefined) return `until ${max}`;
  return max === undefined ? `from ${min}` : `from ${min} to ${max}`;
}

export const versionOutsideParent: Rule<{
  name: string;
  bounds: Range;
  parent: string;
  parentBounds: Range;
}> = {
  code: "version-outside-parent",
  severity: "warning",
  message: ({ name, bounds, parent, parentBounds }) =>
    `"${name}" exists ${words(bounds)}, but ${parent}, which holds it, ${words(parentBounds)}`,
  why: "There is no microversion in which it can come: one of the two bounds is wrong.",
  fix: "Correct min_version or max_version of the one or the other.",
  bad: {
    "images.inc":
      "Show Image\n==========\n\n.. rest_method:: GET /images/1\n\nNormal response codes: 200\n\nResponse\n--------\n\n.. rest_parameters:: parameters.yaml\n\n  - image: image\n  - ⟦owner⟧: image_owner\n\n**Example: JSON response**\n\n.. literalinclude:: show.json\n   :language: json\n",
    "parameters.yaml":
      "image:\n  description: |\n    The image.\n  in: body\n  max_version: 2.10\n  required: true\n  type: object\nimage_owner:\n  description: |\n    Who made the image.\n  in: body\n  min_version: 2.12\n  required: true\n  type: string\n",
    "show.json": '{ "image": { "owner": "ada" } }\n',
  },
  good: {
    "images.inc":
      "Show Image\n==========\n\n.. rest_method:: GET /images/1\n\nNormal response codes: 200\n\nResponse\n--------\n\n.. rest_parameters:: parameters.yaml\n\n  - image: image\n  - owner: image_owner\n\n**Example: JSON response**\n\n.. literalinclude:: show.json\n   :language: json\n",
    "parameters.yaml":
      "image:\n  description: |\n    The image.\n  in: body\n  max_version: 2.10\n  required: true\n  type: object\nimage_owner:\n  description: |\n    Who made the image.\n  in: body\n  min_version: 2.6\n  required: true\n  type: string\n",
    "show.json": '{ "image": { "owner": "ada" } }\n',
  },
};
