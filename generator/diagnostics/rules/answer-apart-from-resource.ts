import type { Rule } from "../diagnostic.js";
import { type Contradiction, differing, listed, sameOf } from "../report/differing.js";

export const answerApartFromResource: Rule<{
  /** The title of the operation that shows the resource best. */
  resource: string;
  /** The names of all members of the answer. */
  members: readonly string[];
  /** Those that the resource has as well. */
  common: readonly string[];
  /** Those of them that are something else there. */
  contradictions: readonly Contradiction[];
  /** Titles of further operations whose answers have the same type. */
  others: readonly string[];
}> = {
  code: "answer-apart-from-resource",
  severity: "info",
  message: ({ resource, members, common, contradictions, others }) => {
    const names = common.map((name) => `"${name}"`);
    const reason =
      contradictions.length > 0
        ? differing(contradictions)
        : names.length === 0
          ? "they have no member in common"
          : `of its ${members.length} members only ${listed(names)} ${names.length === 1 ? "is" : "are"} there as well`;
    return `the answer has a type of its own, not that of what "${resource}" gives: ${reason}${sameOf(others)}`;
  },
  why: "The answer has the resource under the same name, and programs that take the resource cannot take it: nothing of the generated types is shared.",
  fix: "Where it is the same resource, document its members alike. Where it is another one, nothing is wrong: ignore the finding.",
  bad: {
    "images.inc":
      "Show Image\n==========\n\n.. rest_method:: GET /images/1\n\nNormal response codes: 200\n\nResponse\n--------\n\n.. rest_parameters:: parameters.yaml\n\n  - image: image\n  - name: name\n  - size: size\n\n**Example: JSON response**\n\n.. literalinclude:: show.json\n   :language: json\n\n⟦Show Export⟧\n===========\n\n.. rest_method:: GET /exports/1\n\nNormal response codes: 200\n\nResponse\n--------\n\n.. rest_parameters:: parameters.yaml\n\n  - image: image\n  - format: format\n  - checksum: checksum\n\n**Example: JSON response**\n\n.. literalinclude:: export.json\n   :language: json\n",
    "parameters.yaml":
      "checksum:\n  description: |\n    The checksum of the file.\n  in: body\n  required: true\n  type: string\nformat:\n  description: |\n    The format of the file.\n  in: body\n  required: true\n  type: string\nimage:\n  description: |\n    The image.\n  in: body\n  required: true\n  type: object\nname:\n  description: |\n    The name of the image.\n  in: body\n  required: true\n  type: string\nsize:\n  description: |\n    The size of the image in MiB.\n  in: body\n  required: true\n  type: integer\n",
    "show.json": '{ "image": { "name": "bare-metal", "size": 512 } }\n',
    "export.json": '{ "image": { "format": "raw", "checksum": "64d7c1cd" } }\n',
  },
  good: {
    "images.inc":
      "Show Image\n==========\n\n.. rest_method:: GET /images/1\n\nNormal response codes: 200\n\nResponse\n--------\n\n.. rest_parameters:: parameters.yaml\n\n  - image: image\n  - name: name\n  - size: size\n\n**Example: JSON response**\n\n.. literalinclude:: show.json\n   :language: json\n\nShow Export\n===========\n\n.. rest_method:: GET /exports/1\n\nNormal response codes: 200\n\nResponse\n--------\n\n.. rest_parameters:: parameters.yaml\n\n  - image: image\n  - name: name\n  - size: size\n  - format: format\n\n**Example: JSON response**\n\n.. literalinclude:: export.json\n   :language: json\n",
    "parameters.yaml":
      "format:\n  description: |\n    The format of the file.\n  in: body\n  required: true\n  type: string\nimage:\n  description: |\n    The image.\n  in: body\n  required: true\n  type: object\nname:\n  description: |\n    The name of the image.\n  in: body\n  required: true\n  type: string\nsize:\n  description: |\n    The size of the image in MiB.\n  in: body\n  required: true\n  type: integer\n",
    "show.json": '{ "image": { "name": "bare-metal", "size": 512 } }\n',
    "export.json": '{ "image": { "name": "bare-metal", "size": 512, "format": "raw" } }\n',
  },
};
