import { OutputFailure } from "../../output/failure.js";
import { ConfigurationError } from "../../config/configuration-error.js";
import { InputFailure } from "../../pipeline/input-failure.js";
import { ownCall } from "./call.js";
import { hideAllPlaces, hidePlaces } from "./hide-places.js";

/**
 * What the exit codes mean; documented in the README, and relied on by callers. The last three are
 * of whom a signal has ended, as shells count them: 128 and the number of the signal.
 */
export const exit = {
  ok: 0,
  findings: 1,
  usage: 2,
  unusable: 3,
  hungUp: 129,
  interrupted: 130,
  terminated: 143,
} as const;
export type ExitCode = (typeof exit)[keyof typeof exit];

/** The command line is wrong: a sentence for people. */
export class UsageError extends Error {
  override readonly name: string = "UsageError";
}

/** What the command works on is not as it must be, which no help page mends: a sentence for people. */
export class UnfitError extends UsageError {
  override readonly name = "UnfitError";
}

/**
 * The message and exit code of anything thrown; never a stack trace, unless it is asked for, and
 * nothing of this machine that the command line did not name.
 */
export function explainFailure(error: unknown): {
  readonly message: string;
  readonly code: ExitCode;
} {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof UsageError) return { message: hidePlaces(message), code: exit.usage };
  // A configuration that cannot be loaded is told of by Node.
  if (error instanceof ConfigurationError) {
    return { message: hideAllPlaces(message), code: exit.usage };
  }
  if (error instanceof InputFailure || error instanceof OutputFailure) {
    return { message: hidePlaces(message), code: exit.unusable };
  }
  const stack = error instanceof Error && process.env["RESTANZA_DEBUG"] ? `\n${error.stack}` : "";
  return {
    message:
      `internal error: ${hideAllPlaces(message + stack)}\n` +
      "This is a fault of restanza, not of your docs. Please report it with the command you ran" +
      (stack === "" ? ", and what it prints with RESTANZA_DEBUG=1 set." : "."),
    code: exit.unusable,
  };
}

/**
 * Says on standard error what was thrown; the exit code that goes with it. Where the command line is
 * wrong, the help page of `command` is named, or that of all commands.
 */
export function complain(error: unknown, command?: string): ExitCode {
  const { message, code } = explainFailure(error);
  process.stderr.write(`restanza: ${message}\n`);
  if (error instanceof UsageError && !(error instanceof UnfitError)) {
    const page = [ownCall(), ...(command === undefined ? [] : [command]), "--help"].join(" ");
    process.stderr.write(`Try ${page}.\n`);
  }
  return code;
}
