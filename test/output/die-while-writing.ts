import { writeFiles } from "../../generator/output/write.js";
import { strikeAt } from "./faulty-disk.js";
import { newPlan } from "./plans.js";

/**
 * Run as a process of its own with FOLDER and COUNT: writes the new plan into FOLDER and is killed,
 * with no chance to clean up, before the call number COUNT that changes the disk.
 */
const [, , folder = "", count] = process.argv;
strikeAt(Number(count), () => process.kill(process.pid, "SIGKILL"));
await writeFiles(folder, newPlan, { version: "1.0.0" });
