// The twelve tasks of the README: their programs are taken from there, and run as they stand.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../install.mjs";
import { run } from "./run.mjs";
import { startThousand } from "./thousand.mjs";

const task =
  /<summary>\d+\. (.*?)<\/summary>\n\n```ts\n([^]*?)^```\n\n```python\n([^]*?)^```\n\n<\/details>/gm;

/** The tasks in their order: what each is, our program, and that of openstacksdk. */
export function readmeTasks() {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  return [...readme.matchAll(task)].map(([, title, ours, theirs]) => ({ title, ours, theirs }));
}

/** Tasks by their number in the order in which they find what others made; and what they print. */
const order = [
  [2, /^$/],
  [1, /^web ACTIVE$/m],
  [3, /^$/],
  [4, /^$/],
  [5, /^$/],
  [6, /^$/],
  [7, /^$/],
  [8, /^Could not find project: nowhere\.\n.*name is lab/],
  [9, /^[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12} \d+$/m],
  [10, /^(?:.*,)?admin(?:,.*)?$/m],
  [11, /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/m],
  [12, /^1000$/m],
];

/**
 * Runs the tasks in the folder of the program, ours and then those of openstacksdk; gives how many
 * did what they are to do.
 */
export async function runTasks(folder) {
  const counts = { passed: 0, failed: 0 };
  const named = Object.entries(process.env).filter(([name]) => !name.startsWith("OS_"));
  const env = { ...Object.fromEntries(named), OS_CLOUD: "devstack" };
  const thousand = await startThousand();
  const file = join(folder, "thousand.yaml");
  const clouds = readFileSync(join(folder, "clouds.yaml"), "utf8");
  const override = `  devstack:\n    compute_endpoint_override: ${thousand.endpoint}\n`;
  writeFileSync(file, clouds.replace("  devstack:\n", override));
  const start = (command, words, more = {}) =>
    run(command, words, { cwd: folder, env: { ...env, ...more }, seconds: 300 });
  const compiled = join("out", "program", "tasks");
  const kinds = [
    ["TypeScript", process.execPath, (number) => join(compiled, `task-${number}.js`)],
    ["openstacksdk", "/usr/bin/python3", (number) => join("program", "tasks", `task-${number}.py`)],
  ];
  const titles = readmeTasks().map(({ title }) => title);
  for (const [kind, command, fileOf] of kinds) {
    const prepared = await start(process.execPath, [join(compiled, "prepare.js")]);
    if (prepared.code !== 0) console.log(prepared.output);
    for (const [number, printed] of order) {
      const began = performance.now();
      const last = number === 12 ? { OS_CLIENT_CONFIG_FILE: file } : {};
      const { code, output } = await start(command, [fileOf(number)], last);
      const done = code === 0 && printed.test(output);
      counts[done ? "passed" : "failed"] += 1;
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      console.log(
        `${done ? "ok    " : "FAILED"}  task: ${titles[number - 1]}, ${kind}, ${seconds} s`,
      );
      if (!done) console.log(output.replace(/^/gm, "        "));
    }
  }
  thousand.stop();
  return counts;
}
