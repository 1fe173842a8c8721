// One process of growth.mjs: makes everything of the trees that it is sent, and says what that
// took: seconds of CPU by stage, or (`steps`) how often each part of each function ran.
import { runStages } from "./stages.mjs";
import { Steps } from "./steps.mjs";

const [path, mode] = process.argv.slice(2);
// Counted from the start: what is compiled before is not counted.
const steps = mode === "steps" ? await Steps.begin() : undefined;
const program = await import(path);

process.on("message", async ({ folder, runs, most }) => {
  const measured = steps === undefined ? await cpu(folder, runs, most) : await counted(folder);
  process.send({ ...measured, bytes: process.resourceUsage().maxRSS * 1024 });
});
process.send({ ready: true });

/** The least of some runs, of which no other begins after `most` seconds. */
async function cpu(folder, runs, most) {
  let least;
  let spent = 0;
  for (let run = 0; run < runs && (run === 0 || spent < most); run += 1) {
    global.gc?.();
    const stages = {};
    await runStages(program, folder, async (name, work) => {
      const before = process.cpuUsage();
      const made = await work();
      stages[name] = (stages[name] ?? 0) + process.cpuUsage(before).user / 1e6;
      return made;
    });
    spent += total(stages);
    if (least === undefined || total(stages) < total(least)) least = stages;
  }
  return { stages: least };
}

async function counted(folder) {
  await steps.take();
  await runStages(program, folder, (_name, work) => work());
  return { functions: await steps.take() };
}

function total(stages) {
  return Object.values(stages).reduce((sum, each) => sum + each, 0);
}
