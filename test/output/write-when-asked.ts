import { writeFiles } from "../../generator/output/write.js";
import { widePlan } from "./plans.js";

/** Run as a process of its own with FOLDER and WORD: says when it begins, and writes a wide plan. */
const [, , folder = "", word = ""] = process.argv;
process.stdout.write("begin\n");
await writeFiles(folder, widePlan(word), { version: "1.0.0" });
