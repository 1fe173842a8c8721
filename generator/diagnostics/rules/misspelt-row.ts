import type { Rule } from "../diagnostic.js";

export const misspeltRow: Rule<{
  name: string;
  shown: string;
  side: string;
  /** Which of both is, where other operations know only one of the names. */
  slip: "row" | "sample" | undefined;
}> = {
  code: "misspelt-row",
  severity: "warning",
  message: ({ name, shown, side, slip }) =>
    `the list says "${name}" where the sample of the ${side} has "${shown}"${
      slip === undefined
        ? ": one of them is misspelt"
        : `; other operations have "${slip === "row" ? shown : name}", so the ${slip} is misspelt${slip === "row" ? ` and read as "${shown}"` : ""}`
    }`,
  why: "A program that asks for a name that is misspelt gets nothing, and what is generated has both where it is not certain which of them is meant.",
  fix: "Write the name that the service takes in both places.",
  bad: {
    "images.inc":
      "Show Image\n==========\n\n.. rest_method:: GET /images/1\n\nNormal response codes: 200\n\nResponse\n--------\n\n.. rest_parameters:: parameters.yaml\n\n  - name: image_name\n  - ⟦cheksum⟧: image_checksum\n\n**Example: JSON response**\n\n.. literalinclude:: show.json\n   :language: json\n",
    "parameters.yaml":
      "image_checksum:\n  description: |\n    The MD5 sum of the content.\n  in: body\n  required: true\n  type: string\nimage_name:\n  description: |\n    The name of the image.\n  in: body\n  required: true\n  type: string\n",
    "show.json": '{ "name": "bare-metal", "checksum": "d41d8cd9" }\n',
  },
  good: {
    "images.inc":
      "Show Image\n==========\n\n.. rest_method:: GET /images/1\n\nNormal response codes: 200\n\nResponse\n--------\n\n.. rest_parameters:: parameters.yaml\n\n  - name: image_name\n  - checksum: image_checksum\n\n**Example: JSON response**\n\n.. literalinclude:: show.json\n   :language: json\n",
    "parameters.yaml":
      "image_checksum:\n  description: |\n    The MD5 sum of the content.\n  in: body\n  required: true\n  type: string\nimage_name:\n  description: |\n    The name of the image.\n  in: body\n  required: true\n  type: string\n",
    "show.json": '{ "name": "bare-metal", "checksum": "d41d8cd9" }\n',
  },
};
