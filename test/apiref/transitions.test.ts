import { expect, test } from "vitest";
import { transitionIn } from "../../generator/apiref/prose/transitions.js";

test.each<[why: string, markdown: string, from: string | undefined, to?: string]>([
  [
    "a condition before, a change after",
    "**Preconditions**\n\nThe box status must be `OPEN`.\n\n**Afterwards**\n\nAfter you shut a box, its\nstatus changes to `SHUT`.",
    "OPEN",
    "SHUT",
  ],
  [
    "lists of states, with and without a comma before the last",
    "- Box status must be `a`, `b`, or `c`\n- It exists.\n\nMoves a box and changes its status to `d` or `e`.",
    "a b c",
    "d e",
  ],
  [
    "only when",
    "You can only open a box when its status is `SHUT` and nobody holds it.\n\nA successfully opened box shows a `OPEN` status and no lid.",
    "SHUT",
    "OPEN",
  ],
  [
    "success is no condition",
    "The status of the box must be `SHUT`.\n\nIf successful, the status will return to `OPEN`.",
    "SHUT",
    "OPEN",
  ],
  ["one side alone", "The box status must be `OPEN`.", undefined],
  [
    "what holds in some cases: nobody knows in which",
    "The box status must be `OPEN`.\n\nIf it is full, the box status changes to `SHUT`.",
    undefined,
  ],
  [
    "a way around the condition",
    "The box status must be `OPEN` or if `force` is used, anything.\n\nIts status changes: the status changes to `SHUT`.",
    undefined,
  ],
  [
    "another status",
    "The box `lid_status` must be `LOOSE`.\n\nThe box status changes to `SHUT`.",
    undefined,
  ],
  [
    "that it failed is no change",
    "The box status must be `OPEN`.\n\nIf the box status does not change to `SHUT`, shutting failed.",
    undefined,
  ],
])("%s", (_why, markdown, from, to) => {
  const found = transitionIn(markdown);
  expect(found && [found.from.join(" "), found.to.join(" ")]).toEqual(from && [from, to]);
});
