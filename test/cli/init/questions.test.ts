import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { askForSource, askWhich } from "../../../generator/cli/init/questions.js";
import { UnfitError } from "../../../generator/cli/shell/failure.js";

/** A terminal at which these keys are pressed, one after the other. */
function terminal(...keys: readonly string[]) {
  const input = new PassThrough();
  const output = new PassThrough();
  let shown = "";
  output.on("data", (text) => (shown += String(text)));
  const press = (): void => {
    const [key, ...rest] = keys;
    keys = rest;
    if (key === undefined) return;
    input.write(key);
    setImmediate(press);
  };
  setImmediate(press);
  return { input, output, shown: () => shown };
}

const enter = "\r";

test("asks for the docs until there are some", async () => {
  const here = terminal("x", enter, "y", enter);
  const problem = (path: string) => (path === "x" ? "x: nothing is there." : undefined);
  expect(await askForSource(problem, here)).toBe("xy");
  expect(here.shown()).toContain("x: nothing is there.");
});

test("asks which docs, and takes all that nobody took out", async () => {
  expect(await askWhich(["a", "b", "c"], terminal(" ", enter))).toEqual(["b", "c"]);
});

test("who gives up has nothing written", async () => {
  await expect(askForSource(() => undefined, terminal("\u0003"))).rejects.toThrow(
    new UnfitError("Given up: nothing was written."),
  );
});
