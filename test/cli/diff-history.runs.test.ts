import { execFileSync } from "node:child_process";
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { restanza, workingFolder } from "./command.js";

const chapter =
  "Boxes\n=====\n\nCreate Box\n----------\n\n.. rest_method:: POST /boxes\n\nNormal response codes: 202\n\nRequest\n~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n  - name: name\n";
const entries = (type: string) =>
  `name: {in: body, type: ${type}, required: true, description: A name.}\n`;

function writeTree(service: string): void {
  const folder = `${service}/api-ref/source`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/index.rst`, "Boxes API\n#########\n\n.. include:: boxes.inc\n");
  writeFileSync(`${folder}/boxes.inc`, chapter);
  writeFileSync(`${folder}/parameters.yaml`, entries("string"));
}

function git(...words: readonly string[]): void {
  const who = ["-c", "user.name=A", "-c", "user.email=a@example.org"];
  execFileSync("git", [...who, ...words], { stdio: "ignore" });
}

function commit(): void {
  git("add", "--all");
  git("commit", "-m", "So");
}

function configure(...names: readonly string[]): void {
  const services = names.map((name) => ({ name, source: name, out: `out/${name}` }));
  writeFileSync("restanza.config.json", JSON.stringify({ services }));
}

async function changes(...words: readonly string[]) {
  const { code, stdout, stderr } = await restanza("diff", ...words, "--format", "json");
  const report = (stdout === "" ? { changes: [] } : JSON.parse(stdout)) as {
    readonly changes: readonly { readonly id: string; readonly verdict: string }[];
  };
  return { code, stderr, found: report.changes.map(({ id, verdict }) => `${verdict} ${id}`) };
}

beforeEach(() => {
  workingFolder();
  rmSync("spec", { recursive: true });
  git("init");
  writeTree("one");
  commit();
});

test("a service that is new has additions, beside those that were there", async () => {
  writeTree("two");
  configure("one", "two");
  const { code, found } = await changes("--from", "HEAD");
  expect({ code, found }).toEqual({ code: 0, found: ["addition operation-added"] });
  const { stdout } = await restanza("diff", "--from", "HEAD");
  expect(stdout).toContain("one: nothing changed in 1 operation.");
  expect(stdout).toContain("two: 1 addition.\n\nIt is new: HEAD has no two");
  const markdown = await restanza("diff", "--from", "HEAD", "--format", "markdown");
  expect(markdown.stdout).toContain("It is new: HEAD has no two");
});

test("a service without a name is called by its docs, not by where its output goes", async () => {
  writeFileSync("restanza.config.json", JSON.stringify({ source: "one", out: "out/docs" }));
  const { stdout } = await restanza("diff", "--from", "HEAD");
  expect(stdout).toBe("one: nothing changed in 1 operation.\n");
});

test("docs that are new beside other docs of the same root are new", async () => {
  writeFileSync("README.rst", "A project\n=========\n\nWords.\n");
  rmSync("one", { recursive: true });
  commit();
  writeTree(".");
  writeFileSync("restanza.config.json", JSON.stringify({ source: ".", out: "../out" }));
  expect(await changes("--from", "HEAD")).toMatchObject({
    code: 0,
    found: ["addition operation-added"],
  });
});

test.each(["committed", "staged"])("a tree whose folder was renamed is found (%s)", async (how) => {
  mkdirSync("all");
  renameSync("one", "all/moved");
  if (how === "committed") commit();
  else git("add", "--all");
  const revision = how === "committed" ? "HEAD~1" : "HEAD";
  writeFileSync("all/moved/api-ref/source/parameters.yaml", entries("integer"));
  configure("all/moved");
  const { code, found } = await changes("--from", revision);
  expect({ code, found }).toEqual({ code: 0, found: ["breaking request-type-changed"] });
  const { stdout } = await restanza("diff", "--from", revision);
  expect(stdout).toContain(`At ${revision} it was one: git says that it was renamed.`);
});

test("a move that git does not know of is told of, and is no new service", async () => {
  renameSync("one", "moved");
  configure("moved");
  const { code, stderr } = await changes("--from", "HEAD");
  expect(code).toBe(3);
  expect(stderr).toContain("one/api-ref/source");
  expect(stderr).toContain("git add --all");
});

test("a chapter that went to docs of its own is a new service, not a move of them all", async () => {
  const own = "one/api-ref/source";
  writeFileSync(`${own}/lids.inc`, chapter.replaceAll("ox", "id").replaceAll("Box", "Lid"));
  writeFileSync(`${own}/index.rst`, "A\n#\n\n.. include:: boxes.inc\n.. include:: lids.inc\n");
  commit();
  mkdirSync("two/api-ref/source", { recursive: true });
  renameSync(`${own}/lids.inc`, "two/api-ref/source/index.rst");
  writeFileSync("two/api-ref/source/parameters.yaml", entries("string"));
  writeFileSync(`${own}/index.rst`, "A\n#\n\n.. include:: boxes.inc\n");
  git("add", "--all");
  configure("one", "two");
  const { found } = await changes("--from", "HEAD");
  expect(found).toEqual(["breaking operation-removed", "addition operation-added"]);
});

test("an overlay that moved is laid over the tree of before, too", async () => {
  const overlay = (title: string) =>
    `overlay: 1.0.0\ninfo: {title: O, version: "1"}\nactions:\n  - target: $.info\n    update: {title: ${title}}\n  - target: $.paths['/boxes'].post\n    update: {deprecated: true}\n`;
  writeFileSync("o.yaml", overlay("A"));
  commit();
  mkdirSync("overlays");
  renameSync("o.yaml", "overlays/o.yaml");
  git("add", "--all");
  const config = { source: "one", out: "out", overlays: ["overlays/o.yaml"] };
  writeFileSync("restanza.config.json", JSON.stringify(config));
  expect(await changes("--from", "HEAD")).toMatchObject({ code: 0, found: [] });
});

function linked(target: string, path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(target, path);
}

test.each([
  ["one/api-ref", "link", "link", "the path itself"],
  ["one/api-ref", "link", "link/source", "on the way"],
  ["../one/api-ref/source", "links/deep", "links/deep", "a link that goes up"],
  ["link2", "link", "link", "a link to a link"],
])("a link (%s) at a revision is followed: %s, %s (%s)", async (target, link, path) => {
  linked(target, link);
  linked("one", "link2");
  commit();
  rmSync(link);
  rmSync("link2");
  const { code, found, stderr } = await changes(`HEAD:${path}`, "one");
  expect({ code, found, stderr }).toEqual({ code: 0, found: [], stderr: "" });
});

test("a part of the docs behind a link is read as on disk", async () => {
  const own = "one/api-ref/source";
  mkdirSync("one/shared");
  renameSync(`${own}/boxes.inc`, "one/shared/boxes.inc");
  linked("../../shared", `${own}/parts`);
  writeFileSync(`${own}/index.rst`, "Boxes API\n#########\n\n.. include:: parts/boxes.inc\n");
  commit();
  expect(await changes("HEAD:one", "one")).toMatchObject({ code: 0, found: [] });
});

test.each([
  ["/etc", "outside of the repository"],
  ["../elsewhere", "outside of the repository"],
  ["nowhere", "which is not there at HEAD"],
  ["link", "that leads back to itself"],
])("a link to %s is told of: %s", async (target, words) => {
  linked(target, "link");
  commit();
  const { code, stderr } = await changes("HEAD:link", "one");
  expect(code).toBe(3);
  expect(stderr).toContain(`HEAD:link is a link to "${target}"`);
  expect(stderr).toContain(words);
  expect(stderr).toContain("name");
});

test("a bare repository has revisions, too", async () => {
  writeFileSync("one/api-ref/source/parameters.yaml", entries("integer"));
  commit();
  git("clone", "--bare", ".", "bare.git");
  process.chdir("bare.git");
  const { code, found, stderr } = await changes("HEAD~1:one", "HEAD:one");
  expect({ code, found, stderr }).toEqual({
    code: 0,
    found: ["breaking request-type-changed"],
    stderr: "",
  });
});

test("a path from a folder of the repository is told of in its words", async () => {
  mkdirSync("all");
  renameSync("one", "all/one");
  commit();
  process.chdir("all");
  expect((await changes("HEAD:one", "one")).stderr).toContain("(all/one, or ./one)");
  expect(await changes("HEAD:./one", "one")).toMatchObject({ code: 0, found: [] });
});
