#!/usr/bin/env node
import { exit } from "./failure.js";
import { run } from "./run.js";

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // A reader such as `head` has seen enough.
  if (error.code === "EPIPE") process.exit(process.exitCode ?? exit.ok);
  throw error;
});

// Set, not called: what is still being written to a pipe goes out first.
process.exitCode = await run(process.argv.slice(2));
