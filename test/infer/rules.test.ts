import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { questions } from "../../generator/infer/questions.js";
import { rules, type QuestionName, type Rules, without } from "../../generator/infer/rules.js";
import { weights } from "../../generator/infer/votes/weights.js";

/** What is the same for the rules of all questions. */
interface Listed {
  readonly name: string;
  readonly why: string;
  readonly weight?: string;
  readonly kept?: string;
  readonly example: { readonly docs: string; readonly facts: unknown; readonly gives: unknown };
}

const names = Object.keys(rules) as readonly QuestionName[];
const listed = names.flatMap((question) =>
  rules[question].map((rule): [QuestionName, string, Listed] => [question, rule.name, rule]),
);

/** The answer to a question whose facts are those of a rule in its own list. */
function answer(question: QuestionName, by: Rules, facts: unknown): unknown {
  const { decide } = questions[question] as { decide: (by: Rules, facts: unknown) => unknown };
  return decide(by, facts);
}

describe.each(listed)("%s: %s", (question, name, { why, example }) => {
  test("decides its example: without it the answer is another", () => {
    expect(answer(question, rules, example.facts)).toEqual(example.gives);
    expect(answer(question, without(rules, question, name), example.facts)).not.toEqual(
      example.gives,
    );
  });

  test("says why in one sentence, and shows docs in few words", () => {
    expect(why).toMatch(/^[A-Z`].*[.]$/);
    expect(why.length).toBeLessThan(160);
    expect(example.docs).toMatch(/[.]$/);
  });
});

test("a name is in its list once", () => {
  const all = listed.map(([question, name]) => `${question}: ${name}`);
  expect(all.filter((each, index) => all.indexOf(each) !== index)).toEqual([]);
});

test("each weight is that of one vote, and each vote has one of its question", () => {
  const used = listed.flatMap(([, , { weight }]) => weight ?? []);
  expect(used.toSorted()).toEqual(Object.keys(weights).toSorted());
  for (const [question, , { weight }] of listed)
    if (weight !== undefined) expect(weight.slice(0, weight.indexOf(":"))).toBe(question);
});

describe("docs/ablation.md", () => {
  const page = readFileSync(new URL("../../docs/ablation.md", import.meta.url), "utf8");
  const rows = page
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .map((line) => line.split("|").map((cell) => cell.trim().replace(/ ⚖$/, "")));

  test.each(listed)("has what moves without %s: %s", (_question, name, { kept }) => {
    const [, , whole, half, cases, trees = ""] = rows.find((cells) => cells[1] === name) ?? [];
    expect([whole, half, cases].join()).toMatch(/^(?:\d+|not tried),\d*,\d*$/);
    // What moves one tree at most says why it stays.
    if (/^(?:0|[a-z][\w-]*)(?::|$)/.test(trees)) expect(kept).toMatch(/^.{10,}[^.]$/);
    else expect(kept).toBe(undefined);
  });
});
