import { describe, expect, test } from "vitest";
import { tabledValues, valueTables } from "../../generator/infer/words/values/value-tables.js";

const rows = "| --- | --- |\n| NEW | It is new. |\n| `in-use` | Somebody has it. |";
const headed = `| Status | Description |\n${rows}`;
/** As a grid without a rule below its first row is written. */
const headless = `|  |  |\n| --- | --- |\n| Status | Description |\n| NEW | It is new. |\n| in-use | … |`;

describe("tables of values in a text", () => {
  test.each<[string, string, readonly string[] | undefined, readonly string[] | undefined]>([
    // text                                     why                               caption, values
    [`**Box statuses**\n\n${headed}`, "a caption", ["box", "status"], ["NEW", "in-use"]],
    [`**Box statuses**\n\n${headless}`, "no head", ["box", "status"], ["NEW", "in-use"]],
    [`## Operating Status Codes\n\n${headed}`, "a heading", ["operating", "status"], undefined],
    [`**BoxLock states**\n\n${headed}`, "two words in one", ["box", "lock", "state"], undefined],
    [`**Statuses of the boxes**\n\n${headed}`, "the other order", ["status", "box"], undefined],
    [`**Box statuses**\n\nThese are they.\n\n${headed}`, "words between", undefined, undefined],
    [headed, "nothing says of what", undefined, undefined],
    [
      `**Box statuses**\n\n${headed.replace("Status", "Colour of it")}`,
      "a head that is none",
      undefined,
      undefined,
    ],
    [
      `**Box statuses**\n\n${headed.replace("NEW", "new or old")}`,
      "a cell of several words",
      undefined,
      undefined,
    ],
    [`**Box statuses**\n\n${headed.replace("NEW", "200")}`, "a number", undefined, undefined],
    [
      `**Box statuses**\n\n${headed}`.replaceAll(/\|$/gm, "| x |"),
      "three columns",
      undefined,
      undefined,
    ],
    [
      "**Box statuses**\n\n| Status | Description |\n| --- | --- |\n| NEW | new |",
      "one value",
      undefined,
      undefined,
    ],
  ])("%j (%s)", (text, _why, caption, values) => {
    const [table] = valueTables(text);
    expect(table?.caption).toEqual(caption);
    if (values !== undefined) expect(table?.values).toEqual(values);
  });

  test("each has the caption right above it", () => {
    const text = `**Box statuses**\n\n${headed}\n\n**Lid states**\n\n${headed.replace("NEW", "OPEN")}\n`;
    expect(valueTables(text)).toEqual([
      { caption: ["box", "status"], values: ["NEW", "in-use"] },
      { caption: ["lid", "state"], values: ["OPEN", "in-use"] },
    ]);
  });
});

describe("what a table is about", () => {
  const table = (words: string, more: object = {}) => ({
    caption: words.split(" "),
    values: ["a", "b"],
    ...more,
  });
  test.each<[string, string, string, object, boolean]>([
    // caption           member                owner       more               found
    ["box status", "status", "box", {}, true],
    ["box status", "status", "red_box", {}, true],
    ["box status", "status", "lid", {}, false],
    ["box status", "state", "box", {}, false],
    ["box status", "box_status", "anything", {}, true],
    ["operating status", "operating_status", "box", {}, true],
    ["operating status", "provisioning_status", "box", {}, false],
    ["status", "status", "box", {}, false],
    ["operating status", "operating_status", "box", { inFull: true }, true],
    ["box status", "status", "box", { inFull: true }, false],
  ])("%j says %s of a %s", (caption, name, owner, more, found) => {
    expect(tabledValues([table(caption, more)], name, owner)).toEqual(
      found ? ["a", "b"] : undefined,
    );
  });

  test("two of one member contradict each other", () => {
    expect(tabledValues([table("box status"), table("box status")], "status", "box")).toBe(
      undefined,
    );
  });
});
