import type { Rule } from "../diagnostic.js";

export const unreferencedFootnote: Rule<{ label: string }> = {
  code: "unreferenced-footnote",
  severity: "warning",
  message: ({ label }) => `nothing refers to [${label}]`,
  why: "Readers meet a footnote at the end of the page that no sentence leads to; often the reference was lost, or has another label.",
  fix: "Refer to it where it belongs (`words [1]_`), or remove it.",
  bad: "Images\n======\n\n.. rest_method:: GET /images\n\nLists public images.\n\n⟦.. [1] Those of the project, too.⟧\n\nNormal response codes: 200\n",
  good: "Images\n======\n\n.. rest_method:: GET /images\n\nLists public images. [1]_\n\n.. [1] Those of the project, too.\n\nNormal response codes: 200\n",
};
