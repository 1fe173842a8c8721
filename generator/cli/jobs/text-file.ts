import { readFileSync } from "node:fs";
import { reasonOf, systemCode } from "../../output/failure.js";
import { InputFailure } from "../../pipeline/input-failure.js";

/**
 * The text of a file of the user's; `undefined` where there is none. Throws an `InputFailure` where
 * it cannot be read, or could not be written again without a loss.
 */
export function textOf(path: string): string | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    if (systemCode(error) === "ENOENT" || systemCode(error) === "ENOTDIR") return undefined;
    throw new InputFailure(`${path} could not be read: ${reasonOf(error)}.`);
  }
  const text = bytes.toString("utf8");
  if (!Buffer.from(text).equals(bytes)) {
    throw new InputFailure(`${path} is not UTF-8: save it as UTF-8 and run again.`);
  }
  return text;
}
