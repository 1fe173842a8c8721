import type { Rule } from "../diagnostic.js";

export const unexpectedIndentation: Rule<{}> = {
  code: "unexpected-indentation",
  severity: "warning",
  message: () => "this line stands further in than the paragraph that it follows",
  why: "Sphinx calls it an error, ends the paragraph and shows the line as a quotation.",
  fix: "Begin the line where the paragraph begins, or put a blank line before it if a quotation is meant.",
  bad: "Images\n======\n\n.. rest_method:: GET /images\n\nLists public images,\nand images that are\n  ⟦shared with the project.⟧\n\nNormal response codes: 200\n",
  good: "Images\n======\n\n.. rest_method:: GET /images\n\nLists public images,\nand images that are\nshared with the project.\n\nNormal response codes: 200\n",
};
