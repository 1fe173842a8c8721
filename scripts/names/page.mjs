// The table of figures, and docs/renamed.md.

/** A row per figure, a column per service and their sum: what it was → what it is. */
export function table(services, figures, before, now) {
  const rows = figures.map(([key, words]) => {
    const cells = services.map((service) =>
      cell(before[service]?.[key], now.get(service).counts[key]),
    );
    const sum = (of) => services.reduce((all, service) => all + (of(service) ?? 0), 0);
    const total = cell(
      services.every((service) => before[service]?.[key] === undefined)
        ? undefined
        : sum((service) => before[service]?.[key]),
      sum((service) => now.get(service).counts[key]),
    );
    return [words, ...cells, total];
  });
  const all = [["", ...services, "all"], ...rows];
  const widths = all[0].map((_, column) => Math.max(3, ...all.map((row) => row[column].length)));
  const line = (row) => `| ${row.map((text, column) => text.padEnd(widths[column])).join(" | ")} |`;
  return [line(all[0]), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)];
}

const cell = (was, is) => (was === undefined ? `${is ?? "?"}` : `${was} → ${is ?? "?"}`);

const tableMark = ["<!-- table -->", "<!-- /table -->"];
const listMark = ["<!-- list -->", "<!-- /list -->"];

/** The page with its table, and with its list where the earlier names are known. */
export function renamedPage(text, lines, was, now) {
  const withTable = put(text, tableMark, lines.join("\n"));
  return was === undefined ? withTable : put(withTable, listMark, listOf(was, now).join("\n"));
}

function put(text, [start, end], inside) {
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from < 0 || to < 0) throw new Error(`docs/renamed.md has no ${start} … ${end}`);
  return `${text.slice(0, from + start.length)}\n\n${inside}\n\n${text.slice(to)}`;
}

/** The names that most places have now, three at most. */
const commonest = (names) =>
  [...names]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, 3)
    .map(([name]) => name);

/** Per service what each name is called now that is no longer there, by the places that it had. */
function listOf(was, now) {
  return [...now].flatMap(([service, { places }]) => {
    const before = was.get(service).places;
    const is = new Set(places.values());
    const renamed = new Map();
    for (const [place, old] of before) {
      const name = places.get(place);
      if (name === undefined || name === old || is.has(old)) continue;
      const counts = renamed.get(old) ?? new Map();
      renamed.set(old, counts.set(name, (counts.get(name) ?? 0) + 1));
    }
    const rows = [...renamed]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([old, names]) => `${old} → ${commonest(names).join(", ")}`);
    const head = [`<details><summary>${service}: ${rows.length}</summary>`, "", "```text"];
    return rows.length === 0 ? [] : [...head, ...rows, "```", "", "</details>", ""];
  });
}
