import { coloured, type Paint, plain } from "../diagnostics/report/pretty.js";

/** Writes to standard output; a reader that went away, such as `head`, ends the run quietly. */
export function print(words: string): void {
  if (words !== "") process.stdout.write(words.endsWith("\n") ? words : `${words}\n`);
}

/** Colour only for people: on a terminal, and where NO_COLOR (no-color.org) is not set. */
export function paintFor(stream: NodeJS.WriteStream): Paint {
  const { NO_COLOR: no, FORCE_COLOR: force, TERM: terminal } = process.env;
  if (no !== undefined && no !== "") return plain;
  if (force !== undefined && force !== "" && force !== "0") return coloured;
  return stream.isTTY && terminal !== "dumb" ? coloured : plain;
}

/** Says on a terminal what is being done, and takes it back; silent everywhere else. */
export function progress(words: string): () => void {
  if (!process.stderr.isTTY || process.env["CI"]) return () => undefined;
  process.stderr.write(`${words}…`);
  return () => process.stderr.write("\r\u001b[K");
}
