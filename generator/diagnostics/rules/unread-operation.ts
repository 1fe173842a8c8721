import type { Rule } from "../diagnostic.js";

/** `include` is the one that leaves it out, and the option by which it does. */
export interface LeavingOut {
  readonly file: string;
  readonly line: number;
  readonly option: string;
}

export const unreadOperation: Rule<{ text: string; include?: LeavingOut }> = {
  code: "unread-operation",
  severity: "error",
  message: ({ text, include }) =>
    `this rest_method is not read as one (${text}): ${include === undefined ? "it stands in a comment, a table or a block of another kind" : leaving(include)}`,
  why: "The operation is missing in the published docs and in everything made from them.",
  fix: "Let it begin a line of its own, below a heading, with a blank line above it. Where an include leaves it out, change the option that is named, or include the rest of the file, too.",
  bad: "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nRequest\n-------\n\n..\n   Not yet:\n\n   ⟦.. rest_method:: POST /images⟧\n",
  good: "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nRequest\n-------\n\n",
};

function leaving({ file, line, option }: LeavingOut): string {
  const begin = `the include in ${file}, line ${line},`;
  if (option.startsWith("start")) return `${begin} leaves it out: its "${option}" is below it`;
  if (option.startsWith("end")) return `${begin} leaves it out: its "${option}" is above it`;
  return `${begin} shows the file as it stands: it has the option "${option}"`;
}
