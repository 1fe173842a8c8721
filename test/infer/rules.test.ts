import { describe, expect, test } from "vitest";
import { questions } from "../../generator/infer/questions.js";
import { rules, type QuestionName, type Rules, without } from "../../generator/infer/rules.js";
import { weights } from "../../generator/infer/votes/weights.js";

/** What is the same for the rules of all questions. */
interface Listed {
  readonly name: string;
  readonly why: string;
  readonly weight?: string;
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
