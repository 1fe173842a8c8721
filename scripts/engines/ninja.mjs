// Ninja: `build.ninja` as docs/build.md has it, with the depfile that restanza writes.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { output } from "./run.mjs";

/** The settings, from the page that people copy them from. */
export const settings = "build.ninja";

/** Whether Ninja is there: it is in no registry of packages for Node. */
export async function isThere() {
  return output(["ninja", "--version"], ".", {}).then(
    () => true,
    () => false,
  );
}

/** The same checks as of the other engines, but for a cache, which Ninja has none of. */
export async function tryNinja({ folder, edit, outputOf, check }) {
  const path = `${join(folder, "node_modules", ".bin")}:${process.env.PATH}`;
  const isIdle = async () => (await output(["ninja"], folder, { PATH: path })).includes("no work");
  const says = async (wanted, why) => check(`ninja: ${why}`, (await isIdle()) === wanted, {});
  await says(false, "the first run makes everything");
  await says(true, "the second has nothing to do");
  edit("packages/boxes/src/main.ts", "export const main = 2;\n");
  await says(true, "nor has one after an unrelated file");
  edit("packages/boxes/api-ref/source/samples/boxes.json", '{ "boxes": [{ "name": "x" }] }\n');
  await says(false, "a sample that appears is work");
  check("ninja: … and is in the output", outputOf(folder, "boxes").includes("name"), {});
  await says(true, "and then there is none");
  edit("packages/boxes/api-ref/source/samples/boxes.json", '{ "boxes": [{ "size": 1 }] }\n');
  await says(false, "a sample that changes is work");
  rmSync(join(folder, "packages/boxes/api-ref/source/samples/boxes.json"));
  await says(false, "a sample that vanishes is work");
  check("ninja: … and is out of the output", !outputOf(folder, "boxes").includes("size"), {});
}
