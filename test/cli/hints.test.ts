import { writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { restanza, workingFolder } from "./command.js";

const few = (count: number): string =>
  ["Boxes", "====="]
    .concat(
      Array.from({ length: count }, (_, index) => {
        const title = `Show Box ${String.fromCharCode(65 + index)}`;
        return `\n${title}\n${"-".repeat(title.length)}\n\n.. rest_method:: GET /boxes/${index}\n`;
      }),
    )
    .join("\n");

describe("a wrong command line ends with the page that helps", () => {
  test.each([
    // words                                why                           the page
    [["why", "spec"], "a setting is missing", "why --help"],
    [["generate", "spec"], "a setting is missing", "generate --help"],
    [["spec"], "generate goes without its name", "generate --help"],
    [["lint", "--no-such"], "a setting that is none", "lint --help"],
    [["generat"], "a command that is none", "--help"],
  ])("%j: %s", async (words, _why, page) => {
    workingFolder();
    const { code, stderr } = await restanza(...words);
    expect(code).toBe(2);
    expect(stderr).toMatch(new RegExp(`\nTry npx restanza ${page}\\.\n$`));
  });
});

describe("what no help page mends has none", () => {
  test.each([
    // words             files                                                             why
    [
      ["generate"],
      { "restanza.config.json": '{"source": "spec", "out": "out", "sevrity": {}}' },
      "a setting that is none",
    ],
    [
      ["generate"],
      { "restanza.config.json": '{"source": "spec", "out": "out", "overlays": ["gone.yaml"]}' },
      "an overlay that is not there",
    ],
    [
      ["generate"],
      {
        "restanza.config.mjs":
          'export default { source: "spec", out: "out", document() { throw new Error("no"); } };',
      },
      "a function that fails",
    ],
    [["init", "spec"], { "package.json": "{" }, "a package.json that is no JSON"],
    [["explain", "foo"], {}, "a code that is none"],
  ])("%j %j: %s", async (words, files, _why) => {
    workingFolder();
    for (const [path, text] of Object.entries(files)) writeFileSync(path, text);
    const { code, stderr } = await restanza(...words);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^restanza: /);
    expect(stderr).not.toContain("--help");
  });
});

describe("only what is near is suggested", () => {
  test.each([
    // words               why                                       what is said
    [
      ["explain", "foo"],
      "too is another word",
      '"foo" is no diagnostic code. npx restanza explain',
    ],
    [["client"], "lint has four letters of it", '"client" is neither a command nor a tree.\n'],
    [["litn"], "two letters are swapped", 'Did you mean "lint"?'],
    [["explain", "misspelt"], "part of codes", "Did you mean misspelt-"],
  ])("%j: %s", async (words, _why, said) => {
    workingFolder();
    expect((await restanza(...words)).stderr).toContain(said);
  });

  test.each([
    [10, "few are listed", "They have showBoxA, showBoxB, showBoxC,"],
    [11, "of many it is said where they stand", "They are in client/operations.md"],
  ])("of %d operations none is near: %s", async (count, _why, said) => {
    workingFolder();
    writeFileSync("index.rst", few(count));
    const words = ["index.rst", "--operation", "nope", "--at", "/query/x"];
    const { stderr } = await restanza("why", ...words);
    expect(stderr).toContain(`"nope" is no operation of these docs. ${said}`);
  });
});

test("generate --help says what --out and --depfile go with", async () => {
  const { stdout } = await restanza("generate", "--help");
  const words = stdout.replaceAll(/\s+/g, " ");
  expect(words).toContain("--out DIR The output folder: TREE needs it, and it wins over");
  expect(words).toContain("make needs a stamp file");
});
