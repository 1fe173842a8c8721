// One process of the fuzzer: does the cases that it is sent, and says what broke.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { bodyOf, documentLaws, emittingLaws, readingLaws, referenceOf } from "./laws.mjs";
import { mutate } from "./mutate.mjs";
import { random } from "./random.mjs";

const { program: path, documents: list, allowed, secrets, templates } = JSON.parse(process.argv[2]);
const program = await import(path);
const documents = JSON.parse(readFileSync(list, "utf8"));
// Sessions are copied with other imports, so they are asked for as they are written.
const copied = new Set([
  ...readdirSync(templates, { recursive: true })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => readFileSync(join(templates, name), "utf8")),
  ...program.allSessionFiles().map((file) => bodyOf(program.sessionText(file, "client"))),
]);
const setting = { allowed, copied, secrets };

process.on("message", async (task) => {
  const result = await run(task);
  process.send(result);
});
// Emitters load what is heavy when they are first used: that is no case's time.
await emittingLaws(program, referenceOf(program, documents[0]), { copied, secrets });
process.send({ ready: true });

async function run({ seed, number, depth, document, clean }) {
  const dice = random(seed, number);
  const chosen = documents[document ?? dice.below(documents.length)];
  const mutated = clean ? chosen : mutate(chosen, dice);
  const began = process.cpuUsage();
  const result = { number, name: chosen.name, problems: [] };
  try {
    const reference = referenceOf(program, mutated);
    if (depth === "emit") {
      const { problems, shapes: found } = await emittingLaws(program, reference, setting);
      result.problems.push(...problems);
      if (clean) result.shapes = [...found].map(([role, all]) => [role, [...all]]);
    } else {
      result.problems.push(...readingLaws(mutated, reference));
      if (depth === "document") result.problems.push(...documentLaws(program, reference).problems);
    }
  } catch (error) {
    result.problems.push(`crash: ${within(error)}`);
  }
  const used = process.cpuUsage(began);
  result.seconds = (used.user + used.system) / 1e6;
  return result;
}

/** The error with the first lines of its stack, by name alone. */
function within(error) {
  if (!(error instanceof Error)) return String(error);
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  const shown = frames.slice(0, 4).map((line) => line.trim().replace(/\(.*\//, "("));
  return `${error.name}: ${error.message.slice(0, 200)} ${shown.join(" ")}`;
}
