// The table: a row per figure, a column per service, each held against the goals.

/** What a figure has to reach for a service: `{ at, floor, fewer }`, or undefined where nothing is asked. */
export function goalOf(goals, figure, service) {
  for (const [kind, rows] of Object.entries({ floor: goals.floors, goal: goals.goals })) {
    const row = rows[figure];
    if (row === undefined) continue;
    const at = typeof row === "number" ? row : service in row ? row[service] : row["*"];
    if (at === undefined || at === null) continue;
    return { at, floor: kind === "floor", fewer: goals.fewer.includes(figure) };
  }
  return undefined;
}

/** Whether `value` falls short of `goal`. */
export function isShort(value, goal) {
  return goal !== undefined && value !== null && (goal.fewer ? value > goal.at : value < goal.at);
}

/** The table's lines, and how many figures miss a floor or a goal. */
export function table(results, goals) {
  const order = [...Object.keys(goals.floors), ...Object.keys(goals.goals)];
  const seen = new Set(results.flatMap(({ figures }) => Object.keys(figures)));
  const groups = [
    "generate",
    "openapi",
    "samples",
    "reality",
    "holdout",
    "versions",
    "ts",
    "validators",
  ];
  const rank = (name) =>
    groups.indexOf(name.split(".")[0]) * 1000 + Math.max(0, order.indexOf(name));
  const rows = [...seen].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const wide = Math.max(...rows.map((name) => name.length), 6);
  const column = (text, service) => String(text).padStart(Math.max(service.length, 6) + 2);
  const misses = { floors: 0, goals: 0 };
  const lines = [
    "figure".padEnd(wide) +
      "   goal" +
      results.map(({ service }) => column(service, service)).join(""),
  ];
  let group = "";
  for (const name of rows) {
    const here = name.split(".")[0];
    if (group !== "" && here !== group) lines.push("");
    group = here;
    const asked = new Set(
      results
        .map(({ service }) => goalOf(goals, name, service)?.at)
        .filter((at) => at !== undefined),
    );
    const goal = asked.size === 0 ? "" : asked.size === 1 ? String([...asked][0]) : "(each)";
    const cells = results.map(({ service, figures }) => {
      const value = figures[name];
      if (value === undefined) return column("", service);
      if (value === null) return column("n/a ", service);
      const goalHere = goalOf(goals, name, service);
      const short = isShort(value, goalHere);
      if (short) misses[goalHere.floor ? "floors" : "goals"] += 1;
      return column(`${value}${short ? (goalHere.floor ? "!" : "-") : " "}`, service);
    });
    lines.push(name.padEnd(wide) + goal.padStart(7) + cells.join(""));
  }
  return { lines, misses };
}
