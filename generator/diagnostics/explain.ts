import type { Example, Severity } from "./diagnostic.js";
import { type Paint, plain } from "./report/pretty.js";

/** What a rule says of itself, whatever its message takes. */
export interface ExplainedRule {
  readonly code: string;
  readonly severity: Severity;
  readonly why: string;
  readonly fix: string;
  readonly bad: Example;
  readonly good: Example;
}

/** A rule for people; without colour the words at fault stay between `⟦` and `⟧`. */
export function explain(rule: ExplainedRule, paint: Paint = plain): string {
  return [
    `${paint("bold", rule.code)} (${rule.severity})`,
    "",
    rule.why,
    rule.fix,
    "",
    paint("red", "Wrong"),
    ...example(rule.bad, paint),
    "",
    paint("cyan", "Right"),
    ...example(rule.good, paint),
    "",
  ].join("\n");
}

/** The files of an example by name; one alone is the `images.inc` of its tree. */
export function filesOf(example: Example): Readonly<Record<string, string>> {
  return typeof example === "string" ? { "images.inc": example } : example;
}

function example(example: Example, paint: Paint): readonly string[] {
  return Object.entries(filesOf(example)).flatMap(([name, text]) => [
    paint("dim", `  ${name}`),
    ...text
      .replace(/^\n+|\s+$/g, "")
      .replace(/⟦([^⟧]*)⟧/g, (marks, words: string) =>
        paint === plain ? marks : paint("red", words),
      )
      .split("\n")
      .map((line) => `  │ ${line}`.trimEnd()),
  ]);
}
