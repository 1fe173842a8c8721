import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { expect, onTestFinished, test, vi } from "vitest";
import { serve } from "../../generator/cli/docs/serve.js";
import { Sites } from "../../generator/cli/docs/sites.js";
import { sourceArguments, readArguments } from "../../generator/cli/arguments.js";
import { jobs } from "../../generator/cli/jobs/jobs.js";
import type { Job } from "../../generator/cli/jobs/job.js";
import type { SiteFiles } from "../../generator/cli/docs/site-files.js";
import { workingFolder } from "./command.js";

vi.setConfig({ testTimeout: 30_000 });

/** One pixel. */
const png = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");

interface Served {
  readonly url: string;
  readonly said: readonly string[];
  readonly complaints: readonly string[];
  /** What a page is told next: the paths that a save has changed. */
  told(): Promise<readonly string[]>;
  get(path: string): Promise<Response>;
}

/** Serves the sites of the command line until the test is over. */
async function serving(
  words: readonly string[],
  write?: (made: SiteFiles) => Promise<void>,
): Promise<Served> {
  const given = readArguments(words, { tree: { type: "positional" }, ...sourceArguments });
  const load = (fresh: boolean): Promise<readonly Job[]> =>
    jobs(given.positionals, given, { fresh });
  const stop = new AbortController();
  const said: string[] = [];
  const complaints: string[] = [];
  let ready: (url: string) => void = () => undefined;
  const listening = new Promise<string>((done) => (ready = done));
  const ended = serve(new Sites(await load(false), () => load(true)), {
    port: 0,
    signal: stop.signal,
    say(line) {
      said.push(line);
      if (line.startsWith("http")) ready(line);
    },
    complain: (line) => complaints.push(line),
    ...(write && { write }),
  });
  onTestFinished(async () => {
    stop.abort();
    expect(await ended).toBe(0);
  });
  const url = await Promise.race([listening, ended.then(() => "ended")]);
  const events = await fetch(`${url}events`);
  const reader = events.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  return {
    url,
    said,
    complaints,
    async told() {
      for (;;) {
        const [all, data] = /data: (.*)\n\n/.exec(text) ?? [];
        if (all !== undefined && data !== undefined) {
          text = text.slice(text.indexOf(all) + all.length);
          return JSON.parse(data);
        }
        const read = await reader?.read();
        if (read?.value === undefined)
          throw new Error(`nothing more is told: ${complaints.join()}`);
        text += read.value;
      }
    },
    get: (path) => fetch(url + path),
  };
}

function edit(path: string, from: string, to: string): void {
  writeFileSync(path, readFileSync(path, "utf8").replace(from, to));
}

test("a saved chapter is told of with the pages that it changed, and shows", async () => {
  workingFolder();
  const { told, get, said } = await serving(["spec"]);
  expect(await (await get("images.html")).text()).toContain("assets/live.js");
  edit("spec/images.inc", "Lists the images", "Lists again the images");
  expect(await told()).toContain("images.html");
  expect(await (await get("images.html")).text()).toContain("Lists again the images");
  expect(said.at(-1)).toMatch(/^\d pages changed, \d+ ms$/);
});

/** The first that is told on a connection of its own, up to the end of its first event. */
async function firstTold(
  url: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<string> {
  const leave = new AbortController();
  const response = await fetch(url, { headers, signal: leave.signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const { value = "" } = (await reader?.read()) ?? {};
  leave.abort();
  return value;
}

function editionOf(page: string): string {
  return /data-edition="([^"]+)"/.exec(page)?.[1] ?? "none";
}

test("a save while a page was loading, or had lost the connection, is told of once it asks", async () => {
  workingFolder();
  const { url, told, get } = await serving(["spec"]);
  const before = editionOf(await (await get("images.html")).text());
  edit("spec/images.inc", "Lists the images", "Lists again the images");
  await told();
  const events = `${url}events?edition=${before}`;
  expect(await firstTold(events)).toMatch(/^id: .+\ndata: \[.*"images\.html".*\]\n\n$/);
  const after = editionOf(await (await get("images.html")).text());
  expect(after).not.toBe(before);
  expect(await firstTold(`${url}events?edition=${after}`)).toBe(":\n\n");
  // A browser that connects again names the last event that it had.
  expect(await firstTold(events, { "last-event-id": after })).toBe(":\n\n");
});

test("a page that an earlier run gave learns that all may be others", async () => {
  workingFolder();
  const { url } = await serving(["spec"]);
  const first = await firstTold(`${url}events?edition=00000000-0000-0000-0000-000000000000.0`);
  expect(first).toContain('"images.html"');
});

test("a folder of the docs that another takes the place of is seen from then on", async () => {
  workingFolder();
  const { told, get, complaints } = await serving(["spec"]);
  cpSync("spec", "other", { recursive: true });
  edit("other/images.inc", "Lists the images", "Lists others' images");
  renameSync("spec", "before");
  // As long as there is none, the last whole site stays.
  await expect.poll(() => complaints.length, { timeout: 10_000 }).toBeGreaterThan(0);
  expect((await get("images.html")).status).toBe(200);
  renameSync("other", "spec");
  await told();
  edit("spec/images.inc", "Lists others' images", "Lists our images");
  await told();
  expect(await (await get("images.html")).text()).toContain("Lists our images");
});

test("a document in a folder that nobody knew is a page", async () => {
  workingFolder();
  const { told, get } = await serving(["spec"]);
  mkdirSync("spec/guides");
  writeFileSync("spec/guides/start.rst", "=====\nStart\n=====\n\nBegin here.\n");
  expect(await told()).toContain("guides/start.html");
  expect((await get("guides/start.html")).status).toBe(200);
});

test("images and the inventory are served, and an image that is saved is told of", async () => {
  workingFolder();
  writeFileSync("spec/box.png", png);
  writeFileSync(
    "spec/boxes.rst",
    "=====\nBoxes\n=====\n\n.. image:: box.png\n\n.. image:: lid.png\n",
  );
  const { told, get } = await serving(["spec"]);
  const image = await get("_images/box.png");
  expect([image.status, image.headers.get("content-type")]).toEqual([200, "image/png"]);
  expect(Buffer.from(await image.arrayBuffer()).equals(png)).toBe(true);
  expect((await get("objects.inv")).status).toBe(200);
  writeFileSync("spec/box.png", Buffer.concat([png, Buffer.of(255)]));
  expect(await told()).toEqual(["_images/box.png"]);
  writeFileSync("spec/lid.png", png);
  expect((await told()).toSorted()).toEqual(
    expect.arrayContaining(["_images/lid.png", "boxes.html"]),
  );
});

test("a configuration that is saved counts, and a broken one is said", async () => {
  workingFolder();
  const config = (title: string) => JSON.stringify({ source: "spec", out: "out", info: { title } });
  writeFileSync("restanza.config.json", config("Boxes"));
  const { told, get, complaints } = await serving([]);
  writeFileSync("restanza.config.json", config("Crates"));
  await told();
  expect(await (await get("openapi.json")).text()).toContain('"title": "Crates"');
  writeFileSync("restanza.config.json", "{");
  await expect.poll(() => complaints.length, { timeout: 10_000 }).toBeGreaterThan(0);
  writeFileSync("restanza.config.json", config("Chests"));
  await told();
  expect(await (await get("openapi.json")).text()).toContain('"title": "Chests"');
});

test("what is made is written, too, where a folder is wanted", async () => {
  workingFolder();
  const written: number[] = [];
  const { told } = await serving(["spec"], async ({ files }) => {
    written.push(files.length);
  });
  expect(written.length).toBeGreaterThan(0);
  const before = written.length;
  edit("spec/images.inc", "Lists the images", "Lists again the images");
  await told();
  expect(written.length).toBeGreaterThan(before);
  expect(existsSync("site")).toBe(false);
});
