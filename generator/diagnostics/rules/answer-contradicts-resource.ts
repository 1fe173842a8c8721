import { groupBy } from "../../collections/groups.js";
import type { Rule } from "../diagnostic.js";

/** A member that is of one type here and of another there. */
export interface Contradiction {
  readonly name: string;
  readonly here: string;
  readonly there: string;
}

/** So many members are named; the rest are counted. */
const named = 3;

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
    const types = groupBy(contradictions, ({ here, there }) => `${here} here and ${there} there`);
    const said = [...types].map(([type, members]) => {
      const names = members.map(({ name }) => `"${name}"`);
      return `${listed(names)} ${names.length === 1 ? "is" : "are"} ${type}`;
    });
    const reason = said.length === 0 ? "they have no member in common" : listed(said);
    const titles = others.map((title) => `"${title}"`);
    const too = titles.length === 0 ? "" : `; the same holds of ${listed(titles)}`;
    return `the answer cannot have the type that "${resource}" gives the same resource: ${reason}${too}`;
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

/** The first few of them, and how many more there are. */
function listed(words: readonly string[]): string {
  const first = words.slice(0, named);
  const more = words.length - named;
  const last = more > 0 ? `${more} more` : words.length > 1 ? first.pop() : undefined;
  return last === undefined ? first.join(", ") : `${first.join(", ")} and ${last}`;
}
