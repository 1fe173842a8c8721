import { groupBy } from "../../collections/groups.js";
import { type Finding, printable, wellFormed } from "./finding.js";

/** JUnit XML: a suite per file and a failed test per finding; one that passes when there are none. */
export function junit(findings: readonly Finding[]): string {
  const byFile = groupBy(findings, ({ at }) => at?.file ?? "restanza");
  const suites = [...byFile].map(([file, all]) => suite(file, all));
  if (suites.length === 0) {
    suites.push(
      '  <testsuite name="restanza" tests="1" failures="0">\n    <testcase name="no findings" classname="restanza"/>\n  </testsuite>\n',
    );
  }
  const tests = Math.max(1, findings.length);
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    `<testsuites name="restanza" tests="${tests}" failures="${findings.length}">\n${suites.join("")}</testsuites>\n`
  );
}

function suite(file: string, findings: readonly Finding[]): string {
  const cases = findings.map(({ diagnostic, at }) => {
    const place = at === undefined ? "" : `${at.start.line}:${at.start.column} `;
    const { code, severity, message, advice } = diagnostic;
    return (
      `    <testcase name="${xml(place + code)}" classname="${xml(file)}">\n` +
      `      <failure type="${severity}" message="${xml(message)}">${xml(advice)}</failure>\n` +
      "    </testcase>\n"
    );
  });
  const count = findings.length;
  return `  <testsuite name="${xml(file)}" tests="${count}" failures="${count}">\n${cases.join("")}  </testsuite>\n`;
}

/** XML 1.0 has no way to write most control characters or a lone half of a pair. */
function xml(words: string): string {
  return wellFormed(printable(words))
    .replace(/[\ufffe\uffff]/g, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
