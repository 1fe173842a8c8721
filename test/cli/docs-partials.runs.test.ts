import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { beforeEach, expect, test } from "vitest";
import { restanza, workingFolder } from "./command.js";

beforeEach(() => {
  workingFolder();
  mkdirSync("parts/parts", { recursive: true });
  const service = { source: "spec", out: "out", emit: ["site"], docs: { partials: "parts" } };
  writeFileSync("restanza.config.json", JSON.stringify(service));
});

const page = (folder = "html"): string => readFileSync(`${folder}/images.html`, "utf8");

test("a template of the user's takes the place of a part, and the others stay", async () => {
  writeFileSync("parts/parts/footer.hbs", "<footer>Ours & {{madeBy}}</footer>\n");
  writeFileSync("parts/mark.hbs", "[{{said}}]");
  expect((await restanza("docs", "--out", "html", "-q")).code).toBe(0);
  expect(page()).toContain("<footer>Ours & Made by restanza");
  expect(page()).not.toContain('<footer class="bottom">');
  expect(page()).toContain("[required]");
  expect(page()).toContain('<header class="top">');
});

test("what generate writes follows a template that changes, comes or goes", async () => {
  const generate = () => restanza("generate", "-q");
  const changed: string[] = [];
  for (const text of ["<footer>One</footer>", "<footer>Two</footer>"]) {
    writeFileSync("parts/parts/footer.hbs", text);
    expect((await generate()).code).toBe(0);
    changed.push(page("out/site"));
  }
  expect(changed.map((text) => /<footer>(\w+)/.exec(text)?.[1])).toEqual(["One", "Two"]);
  writeFileSync("parts/parts/header.hbs", "<header>Here</header>");
  await generate();
  expect(page("out/site")).toContain("<header>Here</header>");
});

test("a page is ours again for whoever has no templates", async () => {
  writeFileSync("parts/parts/footer.hbs", "<footer>Ours</footer>");
  await restanza("docs", "--out", "html", "-q");
  await restanza("docs", "spec", "--out", "plain", "-q");
  expect(page("plain")).toContain('<footer class="bottom">');
});

test.each([
  ["a part that there is not", "parts/foot.hbs", "x", 'no part "parts/foot". Did you mean'],
  ["a name that the part does not have", "parts/footer.hbs", "{{maker}}", "It may show copyright"],
  ["a template that does not end", "parts/footer.hbs", "{{#if copyright}}", "parts/footer"],
])("%s is said", async (_why, path, text, said) => {
  writeFileSync(`parts/${path}`, text);
  const { code, stderr } = await restanza("docs", "--out", "html", "-q");
  expect(code).toBe(2);
  expect(stderr).toContain(said);
});

test("a folder that is not there is said", async () => {
  const service = { source: "spec", out: "out", docs: { partials: "nowhere" } };
  writeFileSync("restanza.config.json", JSON.stringify(service));
  const { code, stderr } = await restanza("docs", "--out", "html", "-q");
  expect([code, stderr]).toEqual([2, expect.stringContaining("there is no folder nowhere")]);
});
