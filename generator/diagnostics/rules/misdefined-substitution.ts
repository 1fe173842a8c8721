import type { Rule } from "../diagnostic.js";

const faults = {
  twice: (name: string) => `|${name}| is defined twice, and only the last definition counts`,
  itself: (name: string) => `|${name}| stands for itself`,
  nothing: (name: string) => `|${name}| is defined as nothing`,
  paragraphs: (name: string) => `|${name}| is defined as more than one paragraph`,
  malformed: () => 'this defines no substitution: expected ".. |name| replace:: words"',
};

export const misdefinedSubstitution: Rule<{ name: string; fault: keyof typeof faults }> = {
  code: "misdefined-substitution",
  severity: "warning",
  message: ({ name, fault }) => faults[fault](name),
  why: "Where the name stands, the docs show an error, its bars, or other words than were meant.",
  fix: "Define each name once, as words of one paragraph that do not need the name itself (`.. |name| replace:: words`).",
  bad: ".. |thing| replace:: image\n\nImages\n======\n\n.. ⟦|thing|⟧ replace:: picture\n\n.. rest_method:: GET /images\n\nLists every |thing|.\n\nNormal response codes: 200\n",
  good: ".. |thing| replace:: image\n\nImages\n======\n\n.. rest_method:: GET /images\n\nLists every |thing|.\n\nNormal response codes: 200\n",
};
