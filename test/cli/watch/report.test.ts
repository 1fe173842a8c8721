import { expect, test, vi } from "vitest";
import type { OutputJob } from "../../../generator/cli/jobs/job.js";
import type { MadeEvent, WatchEvent } from "../../../generator/cli/watch/events.js";
import { tellerFor } from "../../../generator/cli/watch/report.js";
import type { Finding } from "../../../generator/diagnostics/report/finding.js";
import { plain } from "../../../generator/diagnostics/report/pretty.js";

const job: OutputJob = {
  name: "compute",
  source: { path: "docs" },
  out: "out",
  handlers: undefined,
  baseline: undefined,
  configFiles: [],
  settings: {},
  ofPart: false,
  flags: [],
};

const place = { line: 3, column: 5 };
const finding = (message: string): Finding => ({
  diagnostic: { code: "misspelt-key", severity: "warning", message, advice: "mend it" },
  at: { file: "docs/servers.inc", start: place, end: place, line: "" },
});

function ofSeverity(severity: Finding["diagnostic"]["severity"], message: string): Finding {
  const { diagnostic, ...rest } = finding(message);
  return { ...rest, diagnostic: { ...diagnostic, severity } };
}

function made(more: Partial<MadeEvent>): MadeEvent {
  return {
    event: "made",
    run: "next",
    job,
    because: ["docs/servers.inc"],
    told: {
      title: "Compute",
      operations: 2,
      schemas: 1,
      guesses: [],
      findings: "2 findings",
      codes: [],
    },
    files: { written: [], unchanged: [], removed: [], kept: [], strays: [], restored: [] },
    handlers: [],
    missing: [],
    findings: { appeared: [], gone: [] },
    all: [],
    milliseconds: 119.6,
    ...more,
  };
}

const written = { ...made({}).files, written: ["a", "b", "c"] };

function said(
  event: WatchEvent,
  more: { json?: boolean; several?: boolean; quiet?: boolean; waits?: boolean } = {},
) {
  let words = "";
  const catching = (text: unknown) => {
    words += String(text);
    return true;
  };
  const out = vi.spyOn(process.stdout, "write").mockImplementation(catching);
  const err = vi.spyOn(process.stderr, "write").mockImplementation(catching);
  try {
    const { json = false, several = false, quiet = false, waits = true } = more;
    tellerFor({ quiet, json, several: () => several, waits: () => waits, paint: plain })(event);
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
  return words;
}

test("a change is a line, with its findings below", () => {
  const findings = { appeared: [finding("new")], gone: [finding("one"), finding("other")] };
  expect(said(made({ files: written, findings }))).toBe(
    `servers.inc: 3 files written in 120 ms, 1 new finding, 2 gone
  + docs/servers.inc:3:5: warning misspelt-key: new
  - docs/servers.inc:3:5: warning misspelt-key: one
  - docs/servers.inc:3:5: warning misspelt-key: other
`,
  );
});

test("errors are counted, and stand before all that only informs", () => {
  const infos = Array.from({ length: 10 }, (_, index) => ofSeverity("info", `info ${index}`));
  const appeared = [...infos, ofSeverity("warning", "warning"), ofSeverity("error", "error")];
  const [head, ...lines] = said(made({ findings: { appeared, gone: [] } })).split("\n");
  expect(head).toBe("servers.inc: nothing to write in 120 ms, 12 new findings (1 error)");
  expect(lines.slice(0, 3)).toEqual([
    "  + docs/servers.inc:3:5: error misspelt-key: error",
    "  + docs/servers.inc:3:5: warning misspelt-key: warning",
    "  + docs/servers.inc:3:5: info misspelt-key: info 0",
  ]);
  expect(lines[10]).toBe("  + and 2 more");
});

test.each([
  // why                            event                                                      words
  ["nothing came of it", made({}), ""],
  [
    "the output is right again",
    made({ run: "again" }),
    "servers.inc: nothing to write in 120 ms\n",
  ],
  [
    "many files",
    made({ because: ["a/b.inc", "c", "d"], files: { ...written, removed: ["d"] } }),
    "b.inc and 2 more: 3 files written, 1 file removed in 120 ms\n",
  ],
  [
    "the start",
    made({
      run: "first",
      because: [],
      files: written,
      findings: { appeared: [finding("x")], gone: [] },
    }),
    "Compute → out: 3 files written in 120 ms, 2 findings in the docs\n",
  ],
  [
    "handlers that were added",
    made({ handlers: ["src/h.ts: 1 new handler"] }),
    "servers.inc: nothing to write in 120 ms\n  src/h.ts: 1 new handler\n",
  ],
  [
    "held",
    {
      event: "held",
      job,
      because: ["docs/servers.inc"],
      reason: "docs/servers.inc is empty",
      findings: { appeared: [], gone: [] },
      all: [],
    },
    "servers.inc: docs/servers.inc is empty, so the output stays as it was\n",
  ],
  [
    "a failure",
    { event: "failed", job, because: [], message: "docs: there is no such folder", code: 3 },
    "restanza: docs: there is no such folder. What is in out stays; waiting for a change.\n",
  ],
  [
    "ready",
    { event: "ready", services: ["compute"], files: 3 },
    "Watching compute, 3 files. Ctrl-C ends it.\n",
  ],
] satisfies [string, WatchEvent, string][])("%s", (_why, event, words) => {
  expect(said(event)).toBe(words);
});

test("of several services each line says of which it is", () => {
  expect(said(made({ files: written }), { several: true })).toMatch(
    /^compute: servers.inc: 3 files/,
  );
});

test("quiet, it says what goes wrong", () => {
  expect(said(made({ files: written }), { quiet: true })).toBe("");
  const failed = { event: "failed", job, because: [], message: "no", code: 3 } as const;
  expect(said(failed, { quiet: true })).toContain("no");
});

test("who does not watch does not wait", () => {
  const failed = { event: "failed", job, because: [], message: "no", code: 3 } as const;
  expect(said(failed, { waits: false })).toBe("restanza: no. What is in out stays.\n");
});

test("more than ten findings are counted", () => {
  const appeared = Array.from({ length: 12 }, (_, index) => finding(`number ${index}`));
  const lines = said(made({ findings: { appeared, gone: [] } })).split("\n");
  expect(lines.filter((line) => line.startsWith("  + docs"))).toHaveLength(10);
  expect(lines).toContain("  + and 2 more");
});

test("for programs each event is a line of JSON", () => {
  const findings = { appeared: [finding("new")], gone: [] };
  const text = said(made({ files: written, findings, all: [finding("new")] }), { json: true });
  expect(text.endsWith("\n")).toBe(true);
  expect(JSON.parse(text)).toEqual({
    version: 1,
    event: "made",
    name: "compute",
    out: "out",
    because: ["docs/servers.inc"],
    title: "Compute",
    operations: 2,
    schemas: 1,
    files: {
      written: ["a", "b", "c"],
      removed: [],
      restored: [],
      kept: [],
      strays: [],
      unchanged: 0,
    },
    findings: {
      count: 1,
      appeared: [
        {
          code: "misspelt-key",
          severity: "warning",
          message: "new",
          advice: "mend it",
          file: "docs/servers.inc",
          start: place,
          end: place,
        },
      ],
      gone: [],
    },
    handlers: [],
    missing: [],
    milliseconds: 120,
  });
});
