#!/usr/bin/env node
import { reasonOf } from "../output/failure.js";
import { generateAgain } from "./generate/again.js";

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // A reader such as `head` has seen enough.
  if (error.code === "EPIPE") process.exit(process.exitCode ?? 0);
  process.stderr.write(
    `restanza: standard output could not be written: ${reasonOf(error)}.\n`,
    () => process.exit(3),
  );
});
// Nobody is left to be told.
process.stderr.on("error", () => undefined);

if (!generateAgain(process.argv.slice(2))) await import("./main.js");
