import { resolve } from "node:path";
import { expect, test } from "vitest";
import { argumentsOf, weighsAtLeast } from "../../generator/bundler/command-line.js";
import { Overlay } from "../../generator/bundler/overlay.js";
import { type Problem, problemLine, Problems } from "../../generator/bundler/problems.js";
import type { HeldEvent } from "../../generator/cli/watch/events.js";
import type { OutputJob } from "../../generator/cli/jobs/job.js";
import type { Finding } from "../../generator/diagnostics/report/finding.js";

const job = (out: string): OutputJob => ({
  name: out,
  source: { path: "docs" },
  out,
  handlers: undefined,
  baseline: undefined,
  configFiles: [],
  settings: {},
  ofPart: false,
  flags: [],
});

const place = { line: 3, column: 5 };
const finding = (severity: "error" | "warning"): Finding => ({
  diagnostic: { code: `a-${severity}`, severity, message: "it is wrong", advice: "mend it" },
  at: { file: "docs/a.inc", start: place, end: place, line: "abc wrong" },
});

function held(out: string, ...all: readonly Finding[]): HeldEvent {
  const findings = { appeared: [], gone: [] };
  return { event: "held", job: job(out), because: [], reason: "", findings, all };
}

test("what is wrong by now is that of the last event of each service, the heaviest first", () => {
  const problems = new Problems();
  problems.take(held("one", finding("warning"), finding("error")));
  problems.take({ event: "failed", job: job("two"), because: [], message: "gone", code: 3 });
  expect(problems.all.map(({ severity }) => severity)).toEqual(["fatal", "error", "warning"]);
  problems.take(held("two"));
  problems.take(held("one", finding("warning")));
  expect(problems.all.map(problemLine)).toEqual([
    `${resolve("docs/a.inc")}:3:5: it is wrong [a-warning] → mend it`,
  ]);
});

test("a configuration that cannot be used is wrong until it can", () => {
  const problems = new Problems();
  problems.take({ event: "misconfigured", because: [], message: "no", code: 2 });
  problems.take(held("one"));
  expect(problems.all).toEqual([{ severity: "fatal", message: "no" }]);
  problems.take({ event: "configured" });
  expect(problems.all).toEqual([]);
});

test.each([
  // options                                     words
  [{}, { config: undefined, names: [] }],
  [{ config: "a b.ts" }, { config: "a b.ts", names: [] }],
  [{ services: ["one", "-two"] }, { config: undefined, names: ["one", "-two"] }],
])("the options %j are a command line", (options, { config, names }) => {
  const given = argumentsOf(options);
  expect([given.text("config"), given.texts("name")]).toEqual([config, names]);
});

test.each([
  [{ service: ["one"] }, 'service is no option of the plugin. Did you mean "services"?'],
  [{ failOn: "errors" }, "failOn must be one of error, warning, info."],
])("the options %j are refused", (options, words) => {
  expect(() => argumentsOf(options as object)).toThrow(words);
});

test.each([
  ["error", "warning", true],
  ["warning", "warning", true],
  ["info", "warning", false],
] as const)("%s beside %s", (severity, least, weighs) => {
  expect(weighsAtLeast(severity, least)).toBe(weighs);
});

const error: Problem = {
  severity: "error",
  message: "wrong",
  at: { file: "/d/a.inc", line: 12, column: 3, text: "a wrong" },
};

test("the overlay shows the first error at its place, to pages that come later, too", () => {
  const sent: object[] = [];
  let connect: () => void = () => undefined;
  const overlay = new Overlay({
    send: (payload) => sent.push(payload),
    on: (_event, then) => (connect = then),
  });
  connect();
  expect(sent).toEqual([]);
  overlay.show([{ severity: "fatal", message: "broken" }, error, { ...error, severity: "info" }]);
  expect(sent).toEqual([
    {
      type: "error",
      err: {
        plugin: "restanza",
        message: "broken\n\n… and 1 more: npx restanza lint",
        stack: "",
      },
    },
  ]);
  overlay.show([error]);
  expect(sent.at(-1)).toMatchObject({
    err: { id: "/d/a.inc", loc: { line: 12, column: 2 }, frame: "12 | a wrong\n   |   ^" },
  });
  overlay.show([error]);
  connect();
  expect(sent).toHaveLength(3);
  expect(sent[2]).toEqual(sent[1]);
  overlay.show([{ ...error, severity: "warning" }]);
  expect(sent.at(-1)).toEqual({ type: "update", updates: [] });
  connect();
  expect(sent).toHaveLength(4);
});
