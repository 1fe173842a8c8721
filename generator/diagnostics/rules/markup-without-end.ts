import type { Rule } from "../diagnostic.js";

/** `after` is what stands right behind the mark that was to end it, if one is there. */
export const markupWithoutEnd: Rule<{ mark: string; what: string; after?: string }> = {
  code: "markup-without-end",
  severity: "warning",
  message: ({ mark, what, after }) => {
    const reason = after === undefined ? "" : `: behind the next "${mark}" stands "${after}"`;
    return `nothing ends the ${what} that "${mark}" begins${reason}`;
  },
  why: "The docs show the mark itself, and what was to stand out does not.",
  fix: "Write the mark that ends it, with no space before it and a space or punctuation behind it (a backslash and a space join a letter: ``name``\\ s); where the sign itself is meant, write a backslash before it, or a literal.",
  bad: "Images\n======\n\n.. rest_method:: GET /images\n\nThe ``name`` of each image and the ⟦``id⟧ of its owner.\n\nNormal response codes: 200\n",
  good: "Images\n======\n\n.. rest_method:: GET /images\n\nThe ``name`` of each image and the ``id`` of its owner, times 2 * 3.\n\nNormal response codes: 200\n",
};
