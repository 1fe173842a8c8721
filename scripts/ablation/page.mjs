// The page of what moves without each rule.

/** One line for each rule, by question. */
export function pageOf(questions, rules, results, counts) {
  const parts = Object.entries(rules).map(([question, list]) => {
    const { asks, ends } = questions[question];
    const lines = list.map(({ name, weight, kept }) => {
      const result = results.get(`${question}: ${name}`);
      if (result === undefined) return `| ${name} | not tried | | | |`;
      const { whole, half, case: cases, trees } = result;
      const where = trees.length > 2 || trees.length === 0 ? trees.length : trees.join(", ");
      const word = kept === undefined ? "" : `: ${kept}`;
      return `| ${name}${weight === undefined ? "" : " ⚖"} | ${whole} | ${half} | ${cases} | ${where}${word} |`;
    });
    return [
      `## ${asks}`,
      "",
      ends,
      "",
      "| rule | whole trees | without half of the samples | cases | trees |",
      "| --- | --: | --: | --: | --- |",
      ...lines,
      "",
    ].join("\n");
  });
  return [
    "# What each rule of inference decides",
    "",
    "Written by `npm run ablation -- --write`. Each rule was left out in turn; the table has how many leaves of the",
    `OpenAPI documents are others then: of ${counts.whole} trees, of the same trees without the samples of every second`,
    `operation (both halves), and of ${counts.case} small cases. The last column has the trees that move at all. ⚖ marks`,
    "votes, which are counted against each other. What moves nothing is taken out; what moves one tree only",
    "stays for the reason that stands behind the tree's name.",
    "",
    ...parts,
  ].join("\n");
}
