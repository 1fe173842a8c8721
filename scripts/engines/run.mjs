// Runs an engine in a workspace and tells what came of each package's task.
import { spawn } from "node:child_process";
import { lockFile } from "./workspace.mjs";

/** The output of a command, both streams together; throws with it where the command fails. */
export function output(words, cwd, environment) {
  return new Promise((done, failed) => {
    const child = spawn(words[0], words.slice(1), {
      cwd,
      env: { ...process.env, NO_COLOR: "1", CI: "true", ...environment },
    });
    let text = "";
    child.stdout.on("data", (part) => (text += part));
    child.stderr.on("data", (part) => (text += part));
    child.on("error", failed);
    child.on("close", (code) => {
      if (code === 0) done(text);
      else failed(new Error(`${words.join(" ")} ended with ${code}:\n${text}`));
    });
  });
}

/**
 * What an engine has to do well, one check after the other. `run(folder)` gives, by package, whether
 * its task was a `hit` or a `miss`.
 */
export async function tryEngine({ name, first, second, run, edit, outputOf, check }) {
  const says = async (folder, wanted, why) => {
    const found = await run(folder);
    check(`${name}: ${why}`, JSON.stringify(found) === JSON.stringify(wanted), { found, wanted });
  };
  const both = { boxes: "hit", lids: "hit" };
  await says(first, { boxes: "miss", lids: "miss" }, "the first run makes everything");
  const made = ["boxes", "lids"].map((each) => outputOf(first, each));
  await says(second, both, "a second clone with the same cache hits");
  const restored = ["boxes", "lids"].map((each) => outputOf(second, each));
  check(`${name}: … and has the outputs, byte for byte`, made.join() === restored.join(), {});
  edit("packages/boxes/src/main.ts", "export const main = 2;\n");
  await says(first, both, "an unrelated file hits");
  edit("packages/boxes/api-ref/source/samples/boxes.json", '{ "boxes": [{ "name": "x" }] }\n');
  await says(
    first,
    { boxes: "miss", lids: "hit" },
    "a sample that appears misses, of its service alone",
  );
  const appeared = outputOf(first, "boxes");
  check(`${name}: … and is in the output`, appeared.includes("name") && appeared !== made[0], {});
  edit("packages/boxes/api-ref/source/samples/boxes.json", '{ "boxes": [{ "size": 1 }] }\n');
  await says(first, { boxes: "miss", lids: "hit" }, "a sample that changes misses");
  check(`${name}: … and is in the output`, outputOf(first, "boxes").includes("size"), {});
  edit("packages/boxes/api-ref/source/samples/boxes.json", '{ "boxes": [{ "name": "x" }] }\n');
  await says(first, both, "what was there before hits again");
  check(`${name}: … and restores what it was`, outputOf(first, "boxes") === appeared, {});
  edit("package-lock.json", lockFile("0.2.0")["package-lock.json"]);
  await says(first, { boxes: "miss", lids: "miss" }, "another version of restanza misses");
}
