// npm start: installs what is missing, builds, and generates from spec/ into generated/.
import { spawnSync } from "node:child_process";
import { installWhatIsMissing, root } from "./install.mjs";

installWhatIsMissing();
run("scripts/build.mjs");
run("dist/cli.js", "generate", ...process.argv.slice(2));
console.log("Look into generated/, or run: npx restanza --help");

function run(...words) {
  const { status } = spawnSync(process.execPath, words, { cwd: root, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
