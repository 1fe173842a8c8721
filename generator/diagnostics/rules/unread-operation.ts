import type { Rule } from "../diagnostic.js";

export const unreadOperation: Rule<{ text: string }> = {
  code: "unread-operation",
  severity: "error",
  message: ({ text }) =>
    `this rest_method is not read as one (${text}): it stands in a comment, a table or a block of another kind`,
  why: "The operation is missing in the published docs and in everything made from them.",
  fix: "Let it begin a line of its own, below a heading, with a blank line above it.",
  bad: "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nRequest\n-------\n\n..\n   Not yet:\n\n   ⟦.. rest_method:: POST /images⟧\n",
  good: "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nRequest\n-------\n\n",
};
