// Cases of much prose and much markup.
import { chapter, heading, many, nameOf, plain, tree } from "./docs.mjs";

const around = (text) => tree({ all: chapter("Things", [text, plain()]) });
const about = (says) => tree({ all: chapter("Things", [plain({ says })]) });

const sentence = (index) =>
  `The ${nameOf(index)} of a thing, such as \`\`${nameOf(index + 1)}\`\`, is *not* shown before ${index}.`;

const labels = (count) =>
  around(
    many(
      count,
      (index) =>
        `.. _${nameOf(index)}:\n\n${heading(`On ${nameOf(index)}`, "-")}\nSee :ref:\`${nameOf(count - index - 1)}\`.\n`,
    ).join("\n"),
  );
const unknownLabels = (count) =>
  around(
    many(count, (index) => `.. _${nameOf(index)}:\n\nSee :ref:\`${nameOf(index)}x\`.\n`).join("\n"),
  );
const headings = (count) =>
  around(many(count, (index) => `${heading(nameOf(index), "-")}\n${sentence(index)}\n`).join("\n"));
const paragraphs = (count) => about(many(count, (index) => `${sentence(index)}\n`).join("\n"));
const longParagraph = (count) => about(`${many(count, sentence).join("\n")}\n`);

function includes(count) {
  const files = tree({
    all: chapter(
      "Things",
      many(count, (index) => `.. include:: part-${index}.inc\n`),
    ),
  });
  for (let index = 0; index < count; index += 1)
    files[`api-ref/source/part-${index}.inc`] = plain({
      title: `Show ${nameOf(index)}`,
      path: `/${nameOf(index)}`,
    });
  return files;
}

function tableRows(count) {
  const bar = `${"=".repeat(16)}  ${"=".repeat(24)}`;
  const lines = many(count, (index) => `${nameOf(index).padEnd(16)}  The ${nameOf(index + 1)}`);
  return about([bar, `${"Name".padEnd(16)}  Says`, bar, ...lines, bar, ""].join("\n"));
}

function gridRows(count) {
  const bar = (sign) => `+${sign.repeat(18)}+${sign.repeat(26)}+`;
  const row = (a, b) => `| ${a.padEnd(16)} | ${b.padEnd(24)} |`;
  const lines = many(count, (index) => [row(nameOf(index), `The ${nameOf(index + 1)}`), bar("-")]);
  return about([bar("-"), row("Name", "Says"), bar("="), ...lines.flat(), ""].join("\n"));
}

function listTable(count) {
  const lines = many(count, (index) => `   * - ${nameOf(index)}\n     - The ${nameOf(index + 1)}`);
  return about(
    `.. list-table::\n   :header-rows: 1\n\n   * - Name\n     - Says\n${lines.join("\n")}\n`,
  );
}

/** Lists four deep; every item of one has a list below it. */
const nestedLists = (count) =>
  about(
    `${many(count, (index) => {
      const indent = "  ".repeat(index % 4);
      return `${indent}* ${nameOf(index)} is one\n`;
    }).join("\n")}\n`,
  );

const signs = ["[", "(", "{", "<", "`", "|", "*", "_"];
const brackets = (count) =>
  about(`${many(count, (index) => `${signs[index % signs.length]}x${index}`).join(" ")}\n`);
const openBrackets = (count) =>
  about(`${"[".repeat(count)} ${"(".repeat(count)} ${"{".repeat(count)}\n`);
const digits = (count) =>
  about(
    `${"1".repeat(count)} 2.${"3".repeat(count)} ${many(count, (index) => `2.${index}`).join(", ")}\n`,
  );
const bracketsOfTitle = (count) =>
  tree({
    all: chapter("Things", [
      plain({ title: `Show ${"[".repeat(count)}${"(".repeat(count)} Thing` }),
    ]),
  });
const pairsOfTitle = (count) =>
  tree({ all: chapter("Things", [plain({ title: `Show ${"(x) ".repeat(count)}[y] Thing` })]) });

export const prose = {
  labels: [300, labels],
  "unknown labels": [300, unknownLabels],
  includes: [150, includes],
  headings: [500, headings],
  "paragraphs of prose": [500, paragraphs],
  "lines of a paragraph": [500, longParagraph],
  "rows of a simple table": [1000, tableRows],
  "rows of a grid table": [500, gridRows],
  "rows of a list table": [500, listTable],
  "items of nested lists": [500, nestedLists],
  "signs of markup in prose": [1000, brackets],
  "open brackets in prose": [10_000, openBrackets],
  "digits in prose": [2000, digits],
  "open brackets in a title": [5000, bracketsOfTitle],
  "pairs of brackets in a title": [2000, pairsOfTitle],
};
