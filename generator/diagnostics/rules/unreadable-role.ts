import type { Rule } from "../diagnostic.js";

export const unreadableRole: Rule<{
  role: string;
  fault: "unknown" | "two" | "link" | "number" | "unnumbered";
  meant?: string | undefined;
}> = {
  code: "unreadable-role",
  severity: "warning",
  message({ role, fault, meant }) {
    if (fault === "two")
      return `a role stands before the words and another, "${role}", behind them`;
    if (fault === "link") return `the words have the role "${role}" and the underscore of a link`;
    if (fault === "number") return `the role "${role}" takes a number`;
    if (fault === "unnumbered")
      return `the role "${role}" refers to numbers, which only \`numfig\` in conf.py gives`;
    return `there is no role "${role}"${meant === undefined ? "" : `; did you mean "${meant}"?`}`;
  },
  why: "Sphinx shows an error, and the markup as it was typed, in place of the words.",
  fix: "Write one role that docutils, Sphinx or an extension in conf.py knows, and no underscore behind the words; or a literal.",
  bad: "Images\n======\n\n.. rest_method:: GET /images\n\nThe ⟦:cdoe:⟧`id` of each image.\n\nNormal response codes: 200\n",
  good: "Images\n======\n\n.. rest_method:: GET /images\n\nThe :code:`id` of each image.\n\nNormal response codes: 200\n",
};
