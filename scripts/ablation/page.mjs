// The page of what moves without each rule.
import { tableLines } from "../growth/page.mjs";

const head = ["rule", "whole trees", "without half of the samples", "cases", "trees"];

/** One line for each rule, by question. */
export function pageOf(questions, rules, results, counts) {
  const parts = Object.entries(rules).map(([question, list]) => {
    const { asks, ends } = questions[question];
    const lines = list.map(({ name, weight, kept }) => {
      const result = results.get(`${question}: ${name}`);
      if (result === undefined) return [name, "not tried", "", "", ""];
      const { whole, half, case: cases, trees } = result;
      const where = trees.length > 2 || trees.length === 0 ? trees.length : trees.join(", ");
      const word = kept === undefined ? "" : `: ${kept}`;
      const marked = weight === undefined ? name : `${name} ⚖`;
      return [marked, `${whole}`, `${half}`, `${cases}`, `${where}${word}`];
    });
    return [`## ${asks}`, "", ends, "", ...tableLines(head, lines), ""].join("\n");
  });
  return [
    "# What each rule of inference decides",
    "",
    "Written by `npm run ablation -- --write`. Each rule was left out in turn; the table has how many leaves of the",
    `OpenAPI documents are others then: of ${counts.whole} trees, of the same trees without the samples of every second`,
    `operation (both halves), and of ${counts.case} small cases. The last column has the trees that move at all. ⚖ marks`,
    "votes, which are counted against each other. What moves one tree, or none of these, stays only for a reason that",
    "is not that tree: it stands behind the tree's name, and a page of test/scenarios or a table of test/ shows it.",
    "",
    ...parts,
  ].join("\n");
}
