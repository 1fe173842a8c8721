import type { Rule } from "../diagnostic.js";

export const headerContradictsSample: Rule<{ name: string; reference: string }> = {
  code: "header-contradicts-sample",
  severity: "warning",
  message: ({ name, reference }) =>
    `"${reference}" is an entry of a header, but the sample of the response has "${name}" in the body; it is read as a member of the body`,
  why: "Readers look for a header that no answer has, and the member of the body stays undocumented.",
  fix: "Refer to an entry with `in: body`; one entry cannot be both, so give the header one of its own.",
  bad: {
    "images.inc":
      "Show Image\n==========\n\n.. rest_method:: GET /images/1\n\nNormal response codes: 200\n\nResponse\n--------\n\n.. rest_parameters:: parameters.yaml\n\n  - ⟦min_version⟧: version-header\n\n**Example: JSON response**\n\n.. literalinclude:: show.json\n   :language: json\n",
    "parameters.yaml":
      "version-header:\n  description: |\n    The first version there is.\n  in: header\n  required: true\n  type: string\n",
    "show.json": '{ "min_version": "2.1" }\n',
  },
  good: {
    "images.inc":
      "Show Image\n==========\n\n.. rest_method:: GET /images/1\n\nNormal response codes: 200\n\nResponse\n--------\n\n.. rest_parameters:: parameters.yaml\n\n  - X-Version: version-header\n  - min_version: min_version\n\n**Example: JSON response**\n\n.. literalinclude:: show.json\n   :language: json\n",
    "parameters.yaml":
      "version-header:\n  description: |\n    The first version there is.\n  in: header\n  required: true\n  type: string\nmin_version:\n  description: |\n    The first version there is.\n  in: body\n  required: true\n  type: string\n",
    "show.json": '{ "min_version": "2.1" }\n',
  },
};
