// What programs say of a pair: ours of two trees, Redocly's of the documents that we make of them.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

/** What `restanza diff` says; where it cannot be understood, its exit code and its last words. */
export function ourAnswer(cli, sides) {
  const ran = run(process.execPath, [cli, "diff", sides.old, sides.new, "--format", "json"]);
  const report = parsed(ran.stdout);
  if (report === undefined) return { exit: ran.status, changes: [], said: ran.stderr.slice(-300) };
  return { exit: ran.status, changes: report.changes.map(ourChange) };
}

function ourChange({ id, verdict, operation, pointer = "", versions, message }) {
  // A change of the service as a whole has none.
  const { method = "", path = "", id: operationId = "", action = "" } = operation ?? {};
  const text = [id, operationId, action, pointer, message].join(" ");
  return { verdict, method, path, text, ...(versions === undefined ? {} : { versions }) };
}

/** What Redocly's `diff` says of two documents; none where a side was not made. */
export function redoclysAnswer(cli, redocly, sides, folder) {
  const documents = Object.entries(sides).map(([side, tree]) => {
    const out = join(folder, `document-${side}`);
    run(process.execPath, [cli, "generate", tree, "--out", out, "--emit", "openapi", "--quiet"]);
    return join(out, "openapi.json");
  });
  if (!documents.every((path) => existsSync(path))) return undefined;
  const ran = run(redocly, ["diff", ...documents, "--format=json", "--fail-on=none"]);
  const report = parsed(ran.stdout);
  if (report === undefined) return { exit: ran.status, changes: [], said: ran.stderr.slice(-300) };
  return { exit: ran.status, changes: report.changes.flatMap(redoclysChange) };
}

/** The part of a version that a change must raise, as our verdicts. */
const verdicts = { major: "breaking", minor: "addition", patch: "correction" };

function redoclysChange({ path, property = "", impact, verdicts: said = [], ...sides }) {
  const parts = path.replace(/^#\//, "").split("/").map(unescapePointer);
  if (parts[0] !== "paths") return [];
  const [, route = "", method = "", ...below] = parts;
  // A parameter is told by its number; its name stands in what was or came there.
  const there = [sides.base, sides.revision].map((side) => JSON.stringify(side?.value ?? ""));
  const text = [below.join("/"), property, ...said.map(({ message }) => message), ...there];
  return [{ verdict: verdicts[impact], method, path: route, text: text.join(" ") }];
}

function unescapePointer(part) {
  return decodeURIComponent(part).replaceAll("~1", "/").replaceAll("~0", "~");
}

function run(command, words) {
  return spawnSync(command, words, {
    encoding: "utf8",
    maxBuffer: 1 << 28,
    timeout: 300_000,
    env: {
      ...process.env,
      NO_COLOR: "1",
      REDOCLY_TELEMETRY: "off",
      REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
    },
  });
}

/** A JSON text that may stand behind other words; none where there is no such. */
function parsed(text) {
  try {
    return JSON.parse(text.slice(Math.max(0, text.indexOf("{"))));
  } catch {
    return undefined;
  }
}
