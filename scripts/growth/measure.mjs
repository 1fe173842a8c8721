// Trees of several sizes through a process of their own.
import { fork } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { repository } from "../fuzz/bundle.mjs";

/** CPU by stage and peak memory, at N, 2N and 4N. */
export async function cpuAt({ from, files }, { program, home, runs }) {
  return inProcess(program, "cpu", async (ask) => {
    // What is compiled for speed, and loaded, once: it is no size's own.
    await ask(home, files, from, { runs: 1, most: 0 });
    const points = [];
    for (const count of [from, 2 * from, 4 * from])
      points.push(await ask(home, files, count, { runs, most: 4 }));
    return points;
  });
}

/** CPU by stage and peak memory of one size, made once. */
export async function cpuOnce({ from, files }, { program, home }) {
  return inProcess(program, "cpu", (ask) => ask(home, files, from, { runs: 1, most: 0 }));
}

/** How often the functions of the program ran, at N and 2N. */
export async function stepsAt({ from, files }, { program, home }) {
  return inProcess(program, "steps", async (ask) => {
    await ask(home, files, from, {});
    return [await ask(home, files, from, {}), await ask(home, files, 2 * from, {})];
  });
}

async function inProcess(program, mode, work) {
  const script = join(repository, "scripts", "growth", "worker.mjs");
  const worker = fork(script, [program, mode], { execArgv: ["--expose-gc"] });
  const answer = () =>
    new Promise((done, fail) => {
      const ended = (code, signal) => fail(new Error(`the process ended: ${signal ?? code}`));
      worker.once("exit", ended);
      worker.once("message", (message) => {
        worker.off("exit", ended);
        done(message);
      });
    });
  try {
    await answer();
    return await work(async (home, files, count, task) => {
      const folder = join(home, String(count));
      for (const [path, text] of Object.entries(files(count))) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
      const reply = answer();
      worker.send({ folder, ...task });
      const measured = await reply;
      rmSync(folder, { recursive: true });
      return { count, ...measured };
    });
  } finally {
    worker.kill();
  }
}
