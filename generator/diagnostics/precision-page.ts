import type { Severity } from "./diagnostic.js";

/** Findings in real docs that were judged by eye, and how many of each code there are. */
export interface Review {
  readonly found: Readonly<Record<string, number>>;
  readonly reviewed: readonly { readonly code: string; readonly right: boolean }[];
}

interface Weighed {
  readonly code: string;
  readonly severity: Severity;
}

/** How often each code is right, as a Markdown page: `docs/precision.md`. */
export function precisionPage(review: Review, rules: readonly Weighed[]): string {
  const met = rules.filter(({ code }) => (review.found[code] ?? 0) > 0);
  const unmet = rules.filter(({ code }) => !met.some((rule) => rule.code === code));
  const row = (name: string, severity: string, wanted: (rule: Weighed) => boolean): string => {
    const codes = met.filter(wanted).map(({ code }) => code);
    const found = codes.reduce((sum, code) => sum + (review.found[code] ?? 0), 0);
    const own = review.reviewed.filter(({ code }) => codes.includes(code));
    const right = own.filter((each) => each.right).length;
    const share = own.length === 0 ? "" : `${Math.round((100 * right) / own.length)} %`;
    return `| ${name} | ${severity} | ${found} | ${own.length} | ${right} | ${share} |`;
  };
  return [
    "# How often restanza is right",
    "",
    "Made by `npm run docs:pages` from `test/corpora/findings.json`: of each code, ten findings (or all) drawn",
    "from the api-refs of ten OpenStack services, spread over them, each held against the docs by eye.",
    "True is what states a fact of the docs that their writers would want to know.",
    "`node scripts/draw-findings.mjs CODE` shows the draw, and what is not judged yet.",
    "",
    "Over the draws, ten were false. The rules behind nine of them were mended, and what took their places",
    "was judged; so read these figures as what must not get worse, and expect less of docs never seen.",
    "",
    "| code | severity | found | reviewed | true | precision |",
    "| --- | --- | ---: | ---: | ---: | ---: |",
    ...met.map(({ code, severity }) => row(link(code), severity, (rule) => rule.code === code)),
    row("**all errors**", "error", ({ severity }) => severity === "error"),
    row("**all warnings**", "warning", ({ severity }) => severity === "warning"),
    row("**all others**", "info", ({ severity }) => severity === "info"),
    "",
    "Docs that are built have hardly an error, so that row rests on few: `test/corpora/planted.runs.test.ts` puts",
    "errors of most such codes into five of these api-refs, and asserts that each is found at its line and",
    "that nothing else is called an error because of it.",
    "",
    "Not met in these ten, since their builds fail on most of them, and so shown by examples alone:",
    `${unmet.map(({ code }) => link(code)).join(", ")}.`,
    "",
  ].join("\n");
}

function link(code: string): string {
  return `[${code}](diagnostics.md#${code})`;
}
