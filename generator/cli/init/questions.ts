import type { Readable, Writable } from "node:stream";
import { isCancel, multiselect, text } from "@clack/prompts";
import { UnfitError } from "../shell/failure.js";

/** Where questions are asked: a terminal, unless a test stands in for it. */
export interface Terminal {
  readonly input?: Readable;
  readonly output?: Writable;
}

/** Asks where the docs are; `problem` says what is wrong with an answer. */
export async function askForSource(
  problem: (path: string) => string | undefined,
  terminal: Terminal = {},
): Promise<string> {
  const answer = await text({
    ...terminal,
    message: "No API reference was found below this folder. Where is it?",
    placeholder: "../nova, or ../nova/api-ref/source",
    validate: (path) =>
      path === undefined || path.trim() === "" ? "A folder is needed." : problem(path.trim()),
  });
  if (isCancel(answer)) throw given();
  return answer.trim();
}

/** Asks which of several API references are wanted: all, unless somebody takes some out. */
export async function askWhich(
  paths: readonly string[],
  terminal: Terminal = {},
): Promise<readonly string[]> {
  const answer = await multiselect({
    ...terminal,
    message: "Several API references were found. Which ones are to be generated from?",
    options: paths.map((value) => ({ value, label: value })),
    initialValues: [...paths],
    required: true,
  });
  if (isCancel(answer)) throw given();
  return answer;
}

function given(): UnfitError {
  return new UnfitError("Given up: nothing was written.");
}
