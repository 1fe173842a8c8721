import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { beforeEach, expect, test } from "vitest";
import { restanza, workingFolder } from "./command.js";

const operation = (title: string, method: string, sample: string) =>
  `${title}\n${"-".repeat(title.length)}\n\n.. rest_method:: ${method}\n\nNormal response codes: 202\n\nRequest\n~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n  - name: name\n  - size: size\n\n**Example**\n\n.. code-block:: json\n\n   ${sample}\n\n`;
const chapter = [
  operation("Create Box", "POST /boxes", '{"name": "a"}'),
  operation("Create Lid", "POST /lids", '{"name": "a"}'),
  operation("Create Tops", "POST /tops", '{"tops": [{"name": "a"}]}'),
  operation("Create Crate", "POST /crates", '{"name": "a"}'),
].join("");
const parameters = (type: string, name = "A name.") =>
  `name: {in: body, type: string, required: true, description: ${name}}\nsize: {in: body, type: ${type}, required: false, description: A size.}\n`;

function writeTree(folder: string, entries: string, text = chapter): void {
  mkdirSync(`${folder}/api-ref/source`, { recursive: true });
  const at = `${folder}/api-ref/source`;
  writeFileSync(`${at}/index.rst`, "Boxes API\n#########\n\n.. include:: boxes.inc\n");
  writeFileSync(`${at}/boxes.inc`, `Boxes\n=====\n\n${text}`);
  writeFileSync(`${at}/parameters.yaml`, entries);
}

beforeEach(() => {
  workingFolder();
  writeTree("old", parameters("string"));
  writeTree("new", parameters("integer"));
});

interface Report {
  readonly changes: readonly {
    readonly service?: string;
    readonly id: string;
    readonly pointer: string;
    readonly message: string;
  }[];
  readonly sides: Readonly<
    Record<
      "old" | "new",
      {
        readonly lost: number;
        readonly places: readonly {
          readonly service?: string;
          readonly file: string;
          readonly line?: number;
          readonly message: string;
        }[];
      }
    >
  >;
  readonly notes?: readonly string[];
}

const schema = new URL("../../docs/diff.schema.json", import.meta.url);

async function json(...words: readonly string[]): Promise<Report> {
  const { stdout } = await restanza("diff", ...words, "--format", "json");
  const validate = new Ajv2020().compile(JSON.parse(readFileSync(schema, "utf8")) as object);
  const report = JSON.parse(stdout) as Report;
  expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
  return report;
}

test("an entry that several operations use is told once as text, with all of them", async () => {
  const { stdout } = await restanza("diff", "old", "new");
  expect(stdout.match(/may no longer be|a text to an integer|an integer/g)).toHaveLength(1);
  expect(stdout).toContain("Breaking (4)");
  for (const place of [
    "POST /boxes (createBox)  /request/size",
    "POST /lids (createLid)  /request/size",
    "POST /tops (createTops)  /request/tops/0/size",
    "POST /crates (createCrate)  /request/size",
  ])
    expect(stdout.split("\n")).toContain(`      ${place}`);
});

test("and as Markdown, where the list is folded away", async () => {
  const { stdout } = await restanza("diff", "old", "new", "--format", "markdown");
  expect(stdout.match(/an integer/g)).toHaveLength(1);
  expect(stdout).toContain("<details><summary>4 operations</summary>\n\n  - `POST /boxes");
  expect(stdout).toContain("  - `POST /tops (createTops)` at `/request/tops/0/size`");
  const changelog = await restanza("diff", "old", "new", "--format", "changelog");
  expect(changelog.stdout).toContain("POST /boxes (createBox) and 3 more: ");
});

test("as JSON each operation has its own, with the place in its words", async () => {
  const { changes } = await json("old", "new");
  expect(changes.map(({ pointer }) => pointer)).toEqual([
    "/request/size",
    "/request/size",
    "/request/tops/0/size",
    "/request/size",
  ]);
  expect(new Set(changes.map(({ message }) => message)).size).toBe(2);
});

test("what is of one operation alone stands with it", async () => {
  writeTree("new", parameters("integer"), chapter.replace("POST /lids", "POST /lid"));
  const { stdout } = await restanza("diff", "old", "new");
  expect(stdout).toMatch(/ {2}POST \/lids \(createLid\)\n {4}POST \/lids is gone\.\n/);
});

test.each(["json", "changelog", "text", "markdown", "sarif"])(
  "%s says where something was lost, and what it was",
  async (format) => {
    const broken = `${chapter}\nMore\n----\n\n.. include:: more.inc\n`;
    writeTree("new", parameters("string"), broken);
    const { stdout, code } = await restanza("diff", "old", "new", "--format", format);
    expect(code).toBe(3);
    const flat = stdout.replaceAll(/\s+/g, " ");
    expect(flat).toMatch(/boxes\.inc(?:`?: |:\d+`?: |", "line": \d+)/);
    expect(flat).toContain("more.inc");
  },
);

test.each(["text", "markdown", "changelog"])(
  "%s tells once that a parameters file is missing, and how much has its entries there",
  async (format) => {
    rmSync("new/api-ref/source/parameters.yaml");
    const { stdout, code } = await restanza("diff", "old", "new", "--format", format);
    expect(code).toBe(3);
    const flat = stdout.replaceAll(/\s+/g, " ");
    expect(flat.match(/does not exist|has no entry/g)).toHaveLength(1);
    expect(flat).toMatch(/boxes\.inc:14`? and 3 more places: /);
    expect(flat).toContain("does not exist; 8 rows of 4 operations have their entries there");
  },
);

test("as JSON a missing parameters file has each place that names it", async () => {
  rmSync("new/api-ref/source/parameters.yaml");
  const { sides } = await json("old", "new");
  expect(sides.new.places.map(({ line }) => line)).toEqual([14, 35, 56, 77]);
});

test("a parameters file that is broken says how much has its entries there", async () => {
  writeFileSync("new/api-ref/source/parameters.yaml", "name: [\n");
  const { sides } = await json("old", "new");
  expect(sides.new.places.map(({ message }) => message)).toEqual([
    expect.stringMatching(/YAML.*; 8 rows of 4 operations have their entries there$/),
  ]);
});

test("a changelog of what was not read is not empty, and none where nothing changed", async () => {
  writeFileSync("new/api-ref/source/boxes.inc", Buffer.from("fffe0000d8008081", "hex"));
  const { stdout } = await restanza("diff", "new", "new", "--format", "changelog");
  expect(stdout).toContain("### Not read, so that more may have changed\n\n- OLD ");
  expect((await restanza("diff", "old", "old", "--format", "changelog")).stdout).toBe("");
});

test("lines are said where there are any", async () => {
  writeTree("new", parameters("string"), `${chapter}\nMore\n----\n\n.. include:: more.inc\n`);
  const { sides } = await json("old", "new");
  expect(sides.old).toMatchObject({ lost: 0, places: [] });
  expect(sides.new.lost).toBe(sides.new.places.length);
  const [place] = sides.new.places;
  expect(place?.file).toBe("api-ref/source/boxes.inc");
  expect(place?.line).toBeGreaterThan(60);
});

test("of several services each change and each loss names its own", async () => {
  const git = (...words: readonly string[]) =>
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...words]);
  writeTree("two", parameters("string"));
  git("init", "-q");
  git("add", "old", "two");
  git("commit", "-qm", "First");
  writeTree("old", parameters("integer"));
  writeTree("two", parameters("string"), `${chapter}\nMore\n----\n\n.. include:: more.inc\n`);
  const services = ["old", "two"].map((name) => ({ name, source: name, out: `out/${name}` }));
  writeFileSync("restanza.config.json", JSON.stringify({ services }));
  const { changes, sides } = await json("--from", "HEAD");
  expect(new Set(changes.map(({ service }) => service))).toEqual(new Set(["old"]));
  expect(sides.new.places.map(({ service }) => service)).toEqual(["two"]);
  const one = await json("--from", "HEAD", "--name", "old");
  expect(one.changes.some((change) => "service" in change)).toBe(false);
});
