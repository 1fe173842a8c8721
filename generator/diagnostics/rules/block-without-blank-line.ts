import type { Rule } from "../diagnostic.js";

export const blockWithoutBlankLine: Rule<{ block: string }> = {
  code: "block-without-blank-line",
  severity: "warning",
  message: ({ block }) => `no blank line stands between this line and the ${block} above it`,
  why: "Sphinx warns that the block ends here, and shows the line apart from it: most often it was meant to go on with the block.",
  fix: "Indent the line as far as the words above it where it belongs to the block; otherwise put a blank line before it.",
  bad: "Images\n======\n\n.. rest_method:: GET /images\n\nLists:\n\n* public images,\n* images that are shared\n⟦with the project.⟧\n\nNormal response codes: 200\n",
  good: "Images\n======\n\n.. rest_method:: GET /images\n\nLists:\n\n* public images,\n* images that are shared\n  with the project.\n\nNormal response codes: 200\n",
};
