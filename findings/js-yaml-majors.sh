#!/bin/bash
# js-yaml 5 reads as text what js-yaml 4 reads as numbers and dates.
#
# Guess: js-yaml reads `1_000` as the number 1000, which PyYAML does as well, in every version; what
#   changes between majors is the API.
# Seen (js-yaml 4.1.0 and 5.5.0, `load` with its defaults):
#   1_000        4: the number 1000      5: the text "1_000"
#   0b11         4: the number 3         5: the text "0b11"
#   2001-01-01   4: a Date               5: the text "2001-01-01"
#   0o17         15 in both; 017 is 17 in both, which PyYAML reads as 15
# So the same parameters.yaml, an api-ref's table of members, means other things after an upgrade.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund four@npm:js-yaml@4.1.0 five@npm:js-yaml@5.5.0
cat > try.mjs <<'JS'
import * as four from "four";
import * as five from "five";
const shown = (value) => (value instanceof Date ? "a Date" : JSON.stringify(value));
const cases = [
  ["1_000", "1000", '"1_000"'],
  ["0b11", "3", '"0b11"'],
  ["2001-01-01", "a Date", '"2001-01-01"'],
  ["0o17", "15", "15"],
  ["017", "17", "17"],
];
let changed = 0;
for (const [text, old, now] of cases) {
  const got = [four, five].map(({ load }) => shown(load(`value: ${text}`).value));
  const same = got[0] === old && got[1] === now;
  if (!same) changed += 1;
  console.log(text, "->", ...got, same ? "" : "CHANGED");
}
process.exit(changed ? 1 : 0);
JS
node try.mjs
