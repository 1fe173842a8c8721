#!/usr/bin/env node
import { OutputFailure, reasonOf } from "../output/failure.js";
import { compileLate } from "./compile-late.js";
import { complain, exit } from "./failure.js";
import { run } from "./run.js";

compileLate();

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // A reader such as `head` has seen enough.
  if (error.code === "EPIPE") process.exit(process.exitCode ?? exit.ok);
  process.exit(
    complain(new OutputFailure(`standard output could not be written: ${reasonOf(error)}.`)),
  );
});
// Nobody is left to be told.
process.stderr.on("error", () => undefined);
// Node would print the stack, with the paths of this machine.
process.on("uncaughtException", (error) => process.exit(complain(error)));

// Set, not called: what is still being written to a pipe goes out first.
process.exitCode = await run(process.argv.slice(2));
