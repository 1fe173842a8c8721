import type { Rule } from "../diagnostic.js";
import { type Contradiction, differing, sameOf } from "../report/differing.js";

export const answerContradictsResource: Rule<{
  /** The title of the operation that shows the resource best. */
  resource: string;
  /** None: no member in common. */
  contradictions: readonly Contradiction[];
  /** Titles of further operations whose answers contradict it in the same way. */
  others: readonly string[];
}> = {
  code: "answer-contradicts-resource",
  severity: "info",
  message: ({ resource, contradictions, others }) => {
    const reason =
      contradictions.length === 0 ? "they have no member in common" : differing(contradictions);
    return `the answer cannot have the type that "${resource}" gives the same resource: ${reason}${sameOf(others)}`;
  },
  why: "Programs that take the resource cannot take this answer: the generated types stand apart, or leave these members out of what they share.",
  fix: "Correct the entry or the sample that is wrong. Where the service does answer in two ways, say so in the descriptions, and ignore the finding.",
  bad: {
    "images.inc":
      "Show Image\n==========\n\n.. rest_method:: GET /images/1\n\nNormal response codes: 200\n\nResponse\n--------\n\n.. rest_parameters:: parameters.yaml\n\n  - name: image_name\n  - size: image_size\n\n**Example: JSON response**\n\n.. literalinclude:: show.json\n   :language: json\n\n⟦Update Image⟧\n============\n\n.. rest_method:: PUT /images/1\n\nNormal response codes: 200\n\nResponse\n--------\n\n.. rest_parameters:: parameters.yaml\n\n  - name: image_name\n  - size: image_size_text\n\n**Example: JSON response**\n\n.. literalinclude:: update.json\n   :language: json\n",
    "parameters.yaml":
      "image_name:\n  description: |\n    The name of the image.\n  in: body\n  required: true\n  type: string\nimage_size:\n  description: |\n    The size of the image in MiB.\n  in: body\n  required: true\n  type: integer\nimage_size_text:\n  description: |\n    The size of the image with its unit.\n  in: body\n  required: true\n  type: string\n",
    "show.json": '{ "name": "bare-metal", "size": 512 }\n',
    "update.json": '{ "name": "bare-metal", "size": "512 MiB" }\n',
  },
  good: {
    "images.inc":
      "Show Image\n==========\n\n.. rest_method:: GET /images/1\n\nNormal response codes: 200\n\nResponse\n--------\n\n.. rest_parameters:: parameters.yaml\n\n  - name: image_name\n  - size: image_size\n\n**Example: JSON response**\n\n.. literalinclude:: show.json\n   :language: json\n\nUpdate Image\n============\n\n.. rest_method:: PUT /images/1\n\nNormal response codes: 200\n\nResponse\n--------\n\n.. rest_parameters:: parameters.yaml\n\n  - name: image_name\n  - size: image_size\n\n**Example: JSON response**\n\n.. literalinclude:: update.json\n   :language: json\n",
    "parameters.yaml":
      "image_name:\n  description: |\n    The name of the image.\n  in: body\n  required: true\n  type: string\nimage_size:\n  description: |\n    The size of the image in MiB.\n  in: body\n  required: true\n  type: integer\n",
    "show.json": '{ "name": "bare-metal", "size": 512 }\n',
    "update.json": '{ "name": "bare-metal", "size": 512 }\n',
  },
};
