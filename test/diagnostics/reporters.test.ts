import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../generator/diagnostics/diagnostic.js";
import { type Finding, locate } from "../../generator/diagnostics/report/finding.js";
import { github } from "../../generator/diagnostics/report/github.js";
import { type Grouping, groupsOf } from "../../generator/diagnostics/report/group.js";
import { json } from "../../generator/diagnostics/report/json.js";
import { junit } from "../../generator/diagnostics/report/junit.js";
import { line } from "../../generator/diagnostics/report/line.js";
import { coloured, pretty } from "../../generator/diagnostics/report/pretty.js";
import { sarif } from "../../generator/diagnostics/report/sarif.js";
import { placeOf } from "../../generator/diagnostics/span.js";

const text = "Images\n======\n\n.. rest_method:: GET images\n";
const finding: Diagnostic = {
  code: "missing-leading-slash",
  severity: "warning",
  message: "the URL images has no leading slash",
  advice: "Put a slash before the URL.",
  span: { source: "images.inc", start: 36, end: 42 },
};
const whole: Diagnostic = {
  code: "no-operation",
  severity: "error",
  message: "nothing was found",
  advice: "Look elsewhere.",
};
const rules = [
  { code: finding.code, severity: finding.severity, why: "Callers need it.", fix: finding.advice },
  { code: "unused", severity: "info", why: "Never.", fix: "Nothing." },
] as const;

const located = locate([finding, whole], () => text);

/** Anything that docs could put into a message, a path or a line. */
const hostile = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom(
    "]]>",
    "\u001b[31m",
    "::error::x\n",
    "%0A",
    "\u2028",
    "<a b='\"'>&amp;",
    "\ud800",
    "a\r\nb",
  ),
);
const anything: fc.Arbitrary<readonly Finding[]> = fc
  .array(
    fc.record({
      message: hostile,
      source: hostile,
      text: hostile,
      start: fc.nat(20),
      length: fc.nat(20),
    }),
  )
  .map((drawn) =>
    drawn.flatMap(({ message, source, text: words, start, length }) =>
      locate(
        [
          {
            ...finding,
            message,
            span: { source, start, end: start + length },
            edits: [{ span: { source, start, end: start + length }, text: message }],
          },
        ],
        () => words,
      ),
    ),
  );

describe("locate", () => {
  test("gives the line and column of any offset, as placeOf does", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("a", "\n", "\r", "é") }),
        fc.nat(30),
        (words, at) => {
          const start = Math.min(at, words.length);
          const [found] = locate(
            [{ ...finding, span: { source: "a", start, end: start } }],
            () => words,
          );
          // Between the two halves of \r\n there is no place of its own.
          fc.pre(!(words[start - 1] === "\r" && words[start] === "\n"));
          expect(found?.at?.start).toEqual(placeOf(words, start));
        },
      ),
    );
  });

  test("sorts by file and place, and says a thing once that two documents include", () => {
    const second = { ...finding, span: { source: "a.inc", start: 3, end: 4 } };
    const first = { ...finding, span: { source: "a.inc", start: 1, end: 2 } };
    const found = locate([finding, second, first, finding], () => text);
    expect(found.map(({ at }) => `${at?.file}:${at?.start.column}`)).toEqual([
      "a.inc:2",
      "a.inc:4",
      "images.inc:22",
    ]);
  });

  test("takes no longer than the text is long, however many findings there are", () => {
    const long = "a\n".repeat(200_000);
    const many = Array.from({ length: 20_000 }, (_, index) => ({
      ...finding,
      span: { source: "a", start: index * 20, end: index * 20 + 1 },
    }));
    expect(locate(many, () => long).at(-1)?.at?.start.line).toBe(199_991);
  });
});

describe("pretty", () => {
  test("marks the words in their line", () => {
    expect(pretty(located)).toBe(
      `error: nothing was found [no-operation]
  → Look elsewhere.

images.inc:4:22
warning: the URL images has no leading slash [missing-leading-slash]
  4 │ .. rest_method:: GET images
    │                      ^^^^^^
  → Put a slash before the URL.
`,
    );
  });

  test("shows a part of a gigantic line", () => {
    const gigantic = `${"x ".repeat(5000)}HERE${" y".repeat(5000)}`;
    const span = { source: "a", start: 10_000, end: 10_004 };
    const lines = pretty(locate([{ ...finding, span }], () => gigantic)).split("\n");
    expect(lines[2]).toMatch(/^ {2}1 │ ….{18,20} HERE y.*…$/);
    expect(lines[2]?.length).toBeLessThan(120);
    expect(lines[3]?.indexOf("^")).toBe(lines[2]?.indexOf("HERE"));
  });

  test("colours only where it is asked to", () => {
    expect(pretty(located)).not.toContain("\u001b");
    expect(pretty(located, coloured)).toContain("\u001b[33mwarning");
  });

  test("never drives a terminal or begins a line with words of the docs", () => {
    fc.assert(
      fc.property(anything, (findings) => {
        const shown = pretty(findings);
        expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
        expect(shown.split("\n").length).toBeLessThanOrEqual(findings.length * 6 + 1);
      }),
    );
  });
});

test("line is what compilers print", () => {
  expect(line(located)).toBe(
    "error no-operation: nothing was found\n" +
      "images.inc:4:22: warning missing-leading-slash: the URL images has no leading slash\n",
  );
  fc.assert(
    fc.property(anything, (findings) => {
      expect(line(findings).split("\n").length).toBe(findings.length + 1);
    }),
  );
});

test("json is what docs/findings.schema.json says, whatever the words", () => {
  const path = new URL("../../docs/findings.schema.json", import.meta.url);
  const validate = new Ajv2020({ strict: true, allErrors: true }).compile(
    JSON.parse(readFileSync(path, "utf8")),
  );
  expect(validate(JSON.parse(json(located))), JSON.stringify(validate.errors)).toBe(true);
  fc.assert(fc.property(anything, (findings) => validate(JSON.parse(json(findings)))));
  expect(validate({ version: 1, count: {}, findings: [{}] })).toBe(false);
});

test("json and sarif say what mends a finding, at its place", () => {
  const edits = [{ span: { source: "images.inc", start: 36, end: 36 }, text: "/" }];
  const mendable = locate([{ ...finding, edits }], () => text);
  const at = { line: 4, column: 22 };
  expect(JSON.parse(json(mendable)).findings[0].edits).toEqual([
    { file: "images.inc", start: at, end: at, text: "/" },
  ]);
  const region = { startLine: 4, startColumn: 22, endLine: 4, endColumn: 22 };
  expect(JSON.parse(sarif(mendable, rules, "1.0.0")).runs[0].results[0].fixes).toEqual([
    {
      description: { text: finding.advice },
      artifactChanges: [
        {
          artifactLocation: { uri: "images.inc" },
          replacements: [{ deletedRegion: region, insertedContent: { text: "/" } }],
        },
      ],
    },
  ]);
});

test.each<[Grouping, readonly string[], string]>([
  ["code", ["missing-leading-slash", "no-operation"], "by name"],
  ["severity", ["error", "warning"], "the heaviest first"],
  ["chapter", ["images.inc", "the whole"], "the file where no chapter is known"],
])("groups by %s", (by, names) => {
  const groups = groupsOf(located, by);
  expect(groups.map(({ name }) => name)).toEqual(names);
  expect(groups.flatMap(({ findings }) => findings)).toHaveLength(located.length);
});

test("github writes one workflow command per finding and lets no word be one", () => {
  expect(github(located)).toBe(
    "::error title=no-operation::nothing was found%0ALook elsewhere.\n" +
      "::warning file=images.inc,line=4,col=22,endLine=4,endColumn=28,title=missing-leading-slash::" +
      "the URL images has no leading slash%0APut a slash before the URL.\n",
  );
  fc.assert(
    fc.property(anything, (findings) => {
      const lines = github(findings)
        .split(/[\r\n]/)
        .filter((words) => words !== "");
      expect(lines.length).toBe(findings.length);
      for (const words of lines) expect(words).toMatch(/^::warning file=[^,:]*,line=\d+/);
    }),
  );
});

describe("sarif", () => {
  const require = createRequire(import.meta.url);
  // Written for draft 4, of which it uses nothing that later drafts read otherwise.
  const {
    $schema: _draft,
    id: _id,
    ...schema
  } = require("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  formats.default(ajv);
  const validate = ajv.compile(schema);

  test("is valid SARIF 2.1.0, whatever the words", () => {
    expect(
      validate(JSON.parse(sarif(located, rules, "1.0.0"))),
      JSON.stringify(validate.errors),
    ).toBe(true);
    expect(validate(JSON.parse(sarif([], rules, "1.0.0")))).toBe(true);
    fc.assert(
      fc.property(anything, (findings) => {
        expect(
          validate(JSON.parse(sarif(findings, rules, ""))),
          JSON.stringify(validate.errors),
        ).toBe(true);
      }),
    );
    expect(validate({ version: "2.1.0", runs: [{}] })).toBe(false);
  });

  test("names the rules that were broken, and points into them", () => {
    const log = JSON.parse(sarif(located, rules, "1.0.0"));
    expect(log.runs[0].tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual([
      finding.code,
    ]);
    expect(log.runs[0].results[1]).toMatchObject({ ruleIndex: 0, level: "warning" });
    expect(log.runs[0].results[0]).not.toHaveProperty("ruleIndex");
  });
});

describe("junit", () => {
  test("is a suite per file and a failure per finding", () => {
    expect(junit(located)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="restanza" tests="2" failures="2">
  <testsuite name="restanza" tests="1" failures="1">
    <testcase name="no-operation" classname="restanza">
      <failure type="error" message="nothing was found">Look elsewhere.</failure>
    </testcase>
  </testsuite>
  <testsuite name="images.inc" tests="1" failures="1">
    <testcase name="4:22 missing-leading-slash" classname="images.inc">
      <failure type="warning" message="the URL images has no leading slash">Put a slash before the URL.</failure>
    </testcase>
  </testsuite>
</testsuites>
`);
  });

  test("passes when nothing was found", () => {
    expect(junit([])).toContain('<testcase name="no findings"');
  });

  test("lets no word leave its attribute", () => {
    fc.assert(
      fc.property(anything, (findings) => {
        const tags = junit(findings).match(/<[^>]*>/g) ?? [];
        expect(tags.filter((tag) => tag.startsWith("<failure")).length).toBe(findings.length);
        for (const tag of tags) expect(tag).toMatch(/^<[?/]?\w+(?: \w+="[^"<]*")*[?/]?>$/);
        expect(junit(findings)).not.toMatch(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/);
      }),
    );
  });
});
