import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { contents, restanza, workingFolder } from "./command.js";

test("a tree becomes a site, and a second run writes nothing", async () => {
  workingFolder();
  const { code, stdout, stderr } = await restanza("docs", "spec", "--out", "html");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(/^Compute API → html\n {2}\d+ files, \d+ of them written, [\d.]+ s\n$/);
  const first = contents("html");
  expect(Object.keys(first)).toEqual(
    expect.arrayContaining(["index.html", "images.html", "images.md", "llms.txt", "openapi.json"]),
  );
  expect(first["images.html"]).toContain("Lists the images that the caller may use");
  expect((await restanza("docs", "spec", "--out", "html")).stdout).toContain(" 0 of them written");
  expect(contents("html")).toEqual(first);
});

test("several services have a folder each, and a page that leads to them", async () => {
  workingFolder();
  const services = ["a", "b"].map((service) => ({ source: "spec", out: service, service }));
  writeFileSync("restanza.config.json", JSON.stringify({ services }));
  expect(await restanza("docs", "--out", "html", "-q")).toEqual({
    code: 0,
    stdout: "",
    stderr: "",
  });
  const landing = readFileSync("html/index.html", "utf8");
  expect(landing.match(/href="[ab]\/index\.html"/g)).toEqual([
    'href="a/index.html"',
    'href="b/index.html"',
  ]);
  expect(existsSync("html/a/images.html") && existsSync("html/b/images.html")).toBe(true);
  expect(existsSync("a")).toBe(false);
});

test("images and the inventory are in the manifest: what no page shows any more goes", async () => {
  workingFolder();
  const image = Buffer.from([0x89, 0x50, 0x0d, 0x0a, 0xff, 0x00]);
  writeFileSync("spec/box.png", image);
  writeFileSync("spec/boxes.rst", "=====\nBoxes\n=====\n\n.. image:: box.png\n");
  await restanza("docs", "spec", "--out", "html", "-q");
  const manifest = () => JSON.parse(readFileSync("html/.restanza-manifest.json", "utf8")).files;
  expect(Object.keys(manifest())).toEqual(
    expect.arrayContaining(["_images/box.png", "objects.inv"]),
  );
  expect(readFileSync("html/_images/box.png").equals(image)).toBe(true);
  expect((await restanza("docs", "spec", "--out", "html")).stdout).toContain(" 0 of them written");
  writeFileSync("spec/boxes.rst", "=====\nBoxes\n=====\n\nNone.\n");
  await restanza("docs", "spec", "--out", "html", "-q");
  expect(existsSync("html/_images")).toBe(false);
});

test("a file of somebody else's is overwritten with --force alone", async () => {
  workingFolder();
  mkdirSync("html");
  writeFileSync("html/index.html", "mine");
  expect((await restanza("docs", "spec", "--out", "html")).code).toBe(3);
  expect((await restanza("docs", "spec", "--out", "html", "--force", "-q")).code).toBe(0);
});

test("docs of one microversion have that alone", async () => {
  workingFolder();
  await restanza("docs", "spec", "--out", "html", "--microversion", "2.38", "-q");
  const page = readFileSync("html/images.html", "utf8");
  expect(page).toContain("List Image Metadata");
  expect(page).not.toContain('id="list-images-with-details"');
  expect(page).not.toContain('id="site_microversion"');
});

test.each([
  ["no folder", ["docs", "spec"], 2, "docs needs a folder"],
  [
    "a port without a server",
    ["docs", "spec", "--out", "x", "--port", "1"],
    2,
    "--port goes with --serve",
  ],
  [
    "a port that is none",
    ["docs", "spec", "--serve", "--port", "70000"],
    2,
    "--port takes a number",
  ],
  ["a tree that is not there", ["docs", "nowhere", "--out", "x"], 3, "nowhere"],
])("%s ends with a sentence", async (_why, words, expected, said) => {
  workingFolder();
  const { code, stderr } = await restanza(...words);
  expect([code, stderr.includes(said)]).toEqual([expected, true]);
  expect(existsSync("x")).toBe(false);
});
