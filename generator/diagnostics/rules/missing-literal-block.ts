import type { Rule } from "../diagnostic.js";

export const missingLiteralBlock: Rule<{ shown: string }> = {
  code: "missing-literal-block",
  severity: "warning",
  message: ({ shown }) => `"::" announces a block of code, and ${shown}`,
  why: "What was meant as code is shown as text, or the other way round.",
  fix: "Put a blank line behind the paragraph and indent the code; where no code follows, write one colon.",
  bad: "Images\n======\n\n.. rest_method:: GET /images\n\nThe list may be sorted⟦::⟧\n\nsort=name\n\nNormal response codes: 200\n",
  good: "Images\n======\n\n.. rest_method:: GET /images\n\nThe list may be sorted::\n\n  sort=name\n\nNormal response codes: 200\n",
};
