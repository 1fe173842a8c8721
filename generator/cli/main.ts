import { compileLate } from "./shell/compile-late.js";
import { complain } from "./shell/failure.js";
import { run } from "./run.js";

compileLate();

// Node would print the stack, with the paths of this machine.
process.on("uncaughtException", (error) => process.exit(complain(error)));

// Set, not called: what is still being written to a pipe goes out first.
process.exitCode = await run(process.argv.slice(2));
